/** Says for a person what the ends of a path are. */

import type { Match } from "../patterns/match.ts";
import type { Rule } from "../rules/rule.ts";
import { childOf, type Node, type Tree } from "../tree/node.ts";

const origins: readonly [form: RegExp, note: string][] = [
  [/\b(req|request|ctx|flask\.request|event|searchParams|formData)\b/i, "comes from the request"],
  [/\bargv\b/, "comes from the command line"],
  [/\b(input|raw_input|prompt|stdin|readline)\b/, "is typed by the user"],
  [/\b(environ|getenv|process\.env)\b/, "comes from the environment"],
  [/\b(location|document\.(URL|referrer|cookie)|window\.name)\b/, "comes from the page's address"],
  [/\b(recv|socket|fetch|urlopen|requests)\b/, "comes from the network"],
];

/** The rule's `metadata: {source-note}`, else by what the code looks like. */
export function sourceNote(rule: Rule, source: Match, tree: Tree): string {
  const own = rule.metadata.other["source-note"];
  if (typeof own === "string") return own;
  const { node, span } = source;
  const text = tree.text.slice(span.start, Math.min(span.end, span.start + 200));
  const parameter = node && (node.kind === "parameter" || node.role === "parameter" || node.parent?.kind === "parameter");
  for (const [form, note] of origins) if (form.test(text)) return note;
  return parameter ? `parameter \`${clip(text)}\`` : `untrusted: \`${clip(text)}\``;
}

/** The rule's `metadata: {sink-note}`, else what happens there. */
export function sinkNote(rule: Rule, sink: Match): string {
  const own = rule.metadata.other["sink-note"];
  if (typeof own === "string") return own;
  const { node } = sink;
  if (!node) return "is used here";
  if (node.kind === "return") return "is returned here";
  if (node.kind === "assign" || node.kind === "declare") return `is written to \`${clip(nameOf(childOf(node, "target")))}\` here`;
  // What a metavariable stands for is an argument, though it may be a call itself.
  const isPart = [...sink.bindings.values()].some(({ span }) => span.start === node.start && span.end === node.end);
  const call = callAround(isPart ? node.parent : node);
  const name = nameOf(call && childOf(call, "callee"));
  return name === "" ? "is used here" : `runs here: \`${clip(name)}\``;
}

/** The call whose argument the node is, or the node itself. */
function callAround(node: Node | undefined): Node | undefined {
  for (let at: Node | undefined = node, up = 0; at && up < 4; at = at.parent, up++)
    if (at.kind === "call" || at.kind === "new") return at;
  return undefined;
}

function nameOf(node: Node | undefined): string {
  if (!node) return "";
  if (node.kind === "name") return node.text;
  if (node.kind !== "member") return "";
  const object = nameOf(node.children[0]);
  return object === "" ? node.text : `${object}.${node.text}`;
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
