/** What a form of a fix changes where it matched. Pure. */

import type { Match } from "../../patterns/match.ts";
import type { FixForm } from "../../rules/rule.ts";
import { childOf, type Node } from "../../tree/node.ts";
import type { Span } from "../../tree/span.ts";
import type { FixContext, FixRefusal, TextEdit } from "../fix.ts";
import { appendArgument, setEntries } from "./callEdits.ts";
import { assertionBehind, fillTemplate, quoteInside } from "./fillTemplate.ts";
import { fixedFolder } from "./fixedFolder.ts";
import { newVariable } from "./newVariable.ts";
import { firstEdits, indented, statementEdits } from "./statementEdits.ts";
import { endsStatements, goesOn, withoutEnds } from "./statementEnds.ts";
import { wrapValues } from "./wrapValues.ts";

type Edits = readonly TextEdit[] | FixRefusal;

/** @param names what templates call the imports. @returns Edits in no order. */
export function formEdits(form: FixForm, match: Match, names: ReadonlyMap<string, string>, context: FixContext): Edits {
  const joined = form.variable === undefined ? match.bindings.get(form.folder ?? "")?.nodes[0] : match.node;
  const folder = form.folder === undefined ? undefined : fixedFolder(joined, context);
  if (typeof folder === "object") return folder;
  const variable = form.variable === undefined ? undefined : newVariable(form.variable, match.node, context.tree);
  if (variable && "refused" in variable) return inPlace(form, match, names, context) ?? variable;
  const all = new Map(names);
  // A folder keeps the quotes that it has.
  if (folder !== undefined) all.set("$FOLDER", folder);
  if (variable) all.set(form.variable ?? "", variable.name);
  const ends = endsStatements(context.tree);
  const fill = (template: string): string => fillTemplate(template, match, all, context);
  const fillLines = (template: string): string => fill(ends ? template : withoutEnds(template));
  if (variable) {
    const after = fillLines(form.after ?? "");
    const line = ends || after === "" || goesOn(after) ? variable.line : variable.line.replace(/;$/, "");
    const lines = statementEdits("before", `${line}\n${after}`, match, context.tree);
    const { "": instead } = form.replace;
    const text = instead === undefined ? variable.name : fill(instead);
    const bracketed = match.node && instead === undefined ? context.tree.brackets?.get(match.node) : undefined;
    const whole = bracketed ?? { ...match.span, end: match.span.end + assertionBehind(match.span, context.tree).length };
    if ("refused" in lines) return inPlace(form, match, names, context) ?? lines;
    return [...lines, { span: whole, text }];
  }
  const parts: Edits[] = [replaceParts(form, match, names, context)];
  const target = form.in === undefined ? match.node : match.bindings.get(form.in)?.nodes[0];
  const values = Object.entries(form.set).map(([name, value]) => [name, value === null ? null : fill(value)] as const);
  const added = Object.entries(form.add).map(([name, value]) => [name, fill(value)] as const);
  if (values.length + added.length > 0 || form.append !== undefined) {
    if (!target) return { refused: "the call to be changed could not be found" };
    if (values.length + added.length > 0) parts.push(setEntries(target, values, added, context.tree));
    if (form.append !== undefined) parts.push(appendArgument(target, fill(form.append), context.tree));
  }
  if (form.before !== undefined) parts.push(statementEdits("before", fillLines(form.before), match, context.tree));
  if (form.after !== undefined) parts.push(statementEdits("after", fillLines(form.after), match, context.tree));
  if (form.first !== undefined) parts.push(firstEdits(fillLines(form.first), match, context.tree));
  if (form.wrap) parts.push(wrapValues(form.wrap, match.span, names, context));
  const edits: TextEdit[] = [];
  for (const part of parts) {
    if ("refused" in part) return part;
    edits.push(...part);
  }
  return edits;
}

/** Where no variable can stand: a plain property may as well be read twice. */
function inPlace(form: FixForm, { span, bindings }: Match, names: ReadonlyMap<string, string>, context: FixContext) {
  const { "": instead } = form.replace;
  const source = context.text.slice(span.start, span.end);
  if (instead === undefined || form.variable === undefined || form.after !== undefined) return undefined;
  if (!/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){1,4}$/.test(source) || assertionBehind(span, context.tree) !== "")
    return undefined;
  const text = fillTemplate(instead, { bindings }, new Map([...names, [form.variable, source]]), context);
  return [{ span, text }];
}

function replaceParts(form: FixForm, match: Match, names: ReadonlyMap<string, string>, context: FixContext): Edits {
  const { tree } = context;
  const edits: TextEdit[] = [];
  for (const [name, template] of Object.entries(form.replace)) {
    const span = name === "" ? match.span : match.bindings.get(name)?.span;
    if (!span) return { refused: `what ${name} stands for could not be found` };
    const kept = [...match.bindings].filter(([bound]) => template.includes(bound)).map(([, binding]) => binding.span);
    if (tree.comments.some((comment) => holds(span, comment) && !kept.some((one) => holds(one, comment))))
      return { refused: "a comment in the code would be lost" };
    const written = fillTemplate(template, match, names, context, quoteInside(span, context));
    const assertion = assertionBehind(span, tree);
    const isTaken = name !== "" || (assertion.length > 1 && kept.some((one) => one.end === span.end));
    const end = span.end + (isTaken ? assertion.length : 0);
    const whole = { span: { start: span.start, end }, text: indented(written, span, tree) };
    const node = name === "" ? undefined : match.bindings.get(name)?.nodes[0];
    edits.push((node && amongText(node, written)) ?? (node && behindKey(node, whole)) ?? whole);
  }
  return edits;
}

/** A plain text in place of a value of a template or an f-string becomes a part of its text. */
function amongText({ parent }: Node, written: string): TextEdit | undefined {
  const [, text] = /^["']([\w .[\]-]*)["']$/.exec(written) ?? [];
  return parent?.kind === "interpolation" && text !== undefined
    ? { span: { start: parent.start, end: parent.end }, text }
    : undefined;
}

/** `{name}` keeps its key: `{name: "other"}`. */
function behindKey({ parent, start }: Node, { span, text }: TextEdit): TextEdit | undefined {
  const key = parent?.kind === "pair" ? childOf(parent, "key") : undefined;
  return key?.start === start && key.kind !== "interpolation" ? { span, text: `${key.text}: ${text}` } : undefined;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}
