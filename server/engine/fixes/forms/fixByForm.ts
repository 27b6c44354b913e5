/** Builds a fix from the `fixes` of a rule: the first form whose pattern lies at the finding says what becomes of the code. Pure. */

import { compileFormula } from "../../patterns/compileFormula.ts";
import type { Match } from "../../patterns/match.ts";
import { createMatchContext } from "../../patterns/matchContext.ts";
import { matchFormula } from "../../patterns/matchFormula.ts";
import type { FixForm, Rule } from "../../rules/rule.ts";
import type { ParseText } from "../../tree/rawTree.ts";
import type { Span } from "../../tree/span.ts";
import type { Fix, FixContext, FixRefusal, TextEdit } from "../fix.ts";
import { nothingBound, unboundIn } from "./fillTemplate.ts";
import { formEdits } from "./formEdits.ts";
import { importNames } from "./importNames.ts";

/** Steps for each form; a fix is built for one finding, so a whole file may be looked through. */
const maxSteps = 5_000_000;

/** @returns `undefined` when no form is for such code. Verifying is left to the caller. */
export function fixByForm(rule: Rule, context: FixContext, parse: ParseText): Fix | FixRefusal | undefined {
  for (const form of rule.fixes ?? []) {
    const matches = matchesAt(form, rule, context, parse);
    if (matches.length === 0) continue;
    if (form.refuse !== undefined) return { refused: form.refuse };
    return apply(form, matches, context);
  }
  return rule.fixes && { refused: "no safe replacement is known for this form of the code" };
}

/** The match that is the finding; else the smallest around it; else all those in it that do not overlap. */
function matchesAt(form: FixForm, rule: Rule, { finding, tree }: FixContext, parse: ParseText): readonly Match[] {
  const compiled = compileFormula(form.formula, tree.language, parse, { trusted: rule.trusted === true });
  if ("kind" in compiled) return [];
  const found = createMatchContext(tree, { left: maxSteps }, { precise: rule.profile === "precise" });
  const { span } = finding;
  const matches = matchFormula(compiled, found);
  const { at } = form;
  if (at !== undefined) return matches.filter(({ bindings }) => same(bindings.get(at)?.span, span)).slice(0, 1);
  const equal = matches.find((match) => same(match.span, span));
  if (equal) return [equal];
  const around = matches.filter((match) => holds(match.span, span)).sort((a, b) => length(a.span) - length(b.span));
  if (around.length > 0) return around.slice(0, 1);
  const inside: Match[] = [];
  for (const match of matches.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end))
    if (holds(span, match.span) && (inside.at(-1)?.span.end ?? 0) <= match.span.start) inside.push(match);
  return inside;
}

function apply(form: FixForm, matches: readonly Match[], context: FixContext): Fix | FixRefusal {
  const templates = templatesOf(form);
  const imports = importNames(form.imports, templates, context);
  if ("refused" in imports) return imports;
  const edits: TextEdit[] = [...imports.edits];
  for (const match of matches) {
    const changed = formEdits(form, match, imports.names, context);
    if ("refused" in changed) return changed;
    edits.push(...changed);
  }
  const written = edits.map(({ text }) => text).join("\n");
  const unbound = templates.map((template) => unboundIn(written, template)).find((name) => name !== undefined);
  if (unbound !== undefined) return { refused: nothingBound(unbound) };
  const inOrder = edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const overlap = inOrder.some(({ span }, index) => span.start < (inOrder[index - 1]?.span.end ?? 0));
  return overlap ? { refused: "the changes would overlap" } : { title: form.title, edits: inOrder };
}

function templatesOf({ replace, set, add, append, before, after, first, wrap }: FixForm): readonly string[] {
  const all = [
    ...Object.values(replace),
    ...Object.values(set),
    ...Object.values(add),
    append,
    before,
    after,
    first,
    wrap?.value,
  ];
  return all.filter((template) => typeof template === "string");
}

function same(a: Span | undefined, b: Span): boolean {
  return a?.start === b.start && a.end === b.end;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function length({ start, end }: Span): number {
  return end - start;
}
