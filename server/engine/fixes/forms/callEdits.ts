/** Changes the arguments of a call or the entries of an object in the layout that they have. Pure. */

import { childOf, childrenOf, type Node, type Tree } from "../../tree/node.ts";
import type { Span } from "../../tree/span.ts";
import type { FixRefusal, TextEdit } from "../fix.ts";
import { wholeEnd } from "../wholeExpression.ts";

type Edits = readonly TextEdit[] | FixRefusal;

/**
 * Gives keyword arguments of a call in Python, or entries of an object, a value: in place where they stand, else at the end.
 *
 * @param values `null` takes the entry away, with the comma that it needed.
 * @param defaults Only given where the entry is absent.
 */
export function setEntries(
  node: Node,
  values: readonly (readonly [string, string | null])[],
  defaults: readonly (readonly [string, string])[],
  tree: Tree,
): Edits {
  const call = node.kind === "call" || node.kind === "new";
  if (!call && node.kind !== "object") return { refused: "the options stand elsewhere" };
  if (call && tree.language !== "python") return { refused: "the call has no options" };
  const entries = call ? childrenOf(node, "argument") : [...node.children];
  if (entries.some(({ kind, text }) => kind === "spread" && (call ? text === "**" : true)))
    return { refused: "some of the options come from elsewhere" };
  const edits: TextEdit[] = [];
  const added: string[] = [];
  const kind = call ? "keywordArgument" : "pair";
  const entryOf = (name: string): Node | undefined => entries.find((one) => one.kind === kind && nameOf(one, call) === name);
  for (const [name, value] of values) {
    const entry = entryOf(name);
    if (value === null) {
      if (entry) edits.push({ span: withComma(entry, entries, node, tree), text: "" });
    } else if (!entry) added.push(written(name, value, call, tree));
    else edits.push(changed(entry, name, value, call, tree));
  }
  for (const [name, value] of defaults) if (!entryOf(name)) added.push(written(name, value, call, tree));
  return added.length === 0 ? edits : [...edits, ...insertLast(node, entries, added, tree)];
}

export function appendArgument(node: Node, argument: string, tree: Tree): Edits {
  if (node.kind !== "call" && node.kind !== "new") return { refused: "the call to be changed could not be found" };
  return insertLast(node, childrenOf(node, "argument"), [argument], tree);
}

function nameOf(entry: Node, call: boolean): string | undefined {
  return call ? entry.text : childOf(entry, "key")?.text;
}

function written(name: string, value: string, call: boolean, tree: Tree): string {
  if (call) return `${name}=${value}`;
  const plain = tree.language !== "python" && /^[A-Za-z_$][\w$]*$/.test(name);
  return `${plain ? name : JSON.stringify(name)}: ${value}`;
}

/** `{secure}` has its value where its key is. */
function changed(entry: Node, name: string, value: string, call: boolean, tree: Tree): TextEdit {
  const old = childOf(entry, "value");
  const shorthand = !call && old?.start === childOf(entry, "key")?.start;
  const { start, end } = old && !shorthand ? old : entry;
  return { span: { start, end }, text: old && !shorthand ? value : written(name, value, call, tree) };
}

/** On a line of its own where the last entry has one, which keeps the comment behind it. */
function insertLast(node: Node, entries: readonly Node[], added: readonly string[], tree: Tree): readonly TextEdit[] {
  const last = entries.at(-1);
  if (!last) {
    const at = node.end - 1;
    const padded = node.kind === "object" && tree.language !== "python" && tree.text[at - 1] === "{";
    return [{ span: { start: at, end: at }, text: padded ? ` ${added.join(", ")} ` : added.join(", ") }];
  }
  const at = wholeEnd(last, tree);
  const lead = leadOf(last, tree);
  const [remark, comma = ""] = (lead !== " " && /^[ \t]*(,?)[ \t]*(?:\/\/|#)[^\r\n]*/.exec(tree.text.slice(at))) || [];
  if (remark !== undefined) {
    const behind = at + remark.length;
    const rest = { span: { start: behind, end: behind }, text: added.map((one) => `${lead}${one}`).join(",") + comma };
    return comma === "" ? [{ span: { start: at, end: at }, text: "," }, rest] : [rest];
  }
  return [{ span: { start: at, end: at }, text: added.map((one) => `,${lead}${one}`).join("") }];
}

/** The line end and indentation before an entry that begins its line; else one space. */
function leadOf(entry: Node, tree: Tree): string {
  const begin = tree.brackets?.get(entry)?.start ?? entry.start;
  const lead = /\r?\n[ \t]*$/.exec(tree.text.slice(0, begin));
  return lead ? lead[0] : " ";
}

/** From the end of the entry before, or up to the next one for the first. */
function withComma(entry: Node, entries: readonly Node[], node: Node, tree: Tree): Span {
  const index = entries.indexOf(entry);
  const before = entries[index - 1];
  const after = entries[index + 1];
  if (before) return { start: wholeEnd(before, tree), end: wholeEnd(entry, tree) };
  if (after) return { start: entry.start, end: tree.brackets?.get(after)?.start ?? after.start };
  const rest = /^\s*,?\s*/.exec(tree.text.slice(wholeEnd(entry, tree), node.end - 1))?.[0] ?? "";
  return { start: entry.start - blanksBefore(tree.text, entry.start), end: wholeEnd(entry, tree) + rest.length };
}

function blanksBefore(text: string, at: number): number {
  return /[ \t]*$/.exec(text.slice(Math.max(0, at - 100), at))?.[0].length ?? 0;
}
