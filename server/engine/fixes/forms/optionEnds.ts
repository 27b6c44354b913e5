/** Puts `--` into a command of a shell where a quoted value could still be read as an option. Pure. */

import type { Node } from "../../tree/node.ts";
import type { FixRefusal, TextEdit } from "../fix.ts";
import { optionsEnd } from "../operands.ts";
import type { QueryPart } from "../query/queryParts.ts";

/** @param wrapped the values that are to be quoted, all of them among `parts`. */
export function optionEnds(
  parts: readonly QueryPart[],
  wrapped: readonly QueryPart[],
  source: string,
): readonly TextEdit[] | FixRefusal {
  const edits: TextEdit[] = [];
  let before = "";
  for (const [index, part] of parts.entries()) {
    if (part.kind === "text") {
      before += part.text;
      continue;
    }
    const words = wrapped.includes(part) && beginsWord.test(before) ? argumentsIn(before).at(-1) : undefined;
    const end = words && optionsEnd(words, argumentsIn(`x${textBehind(parts, index)}`)[0]?.slice(1) ?? []);
    if (end && typeof end !== "string") return end;
    if (end && /[`\\]|\$\(/.test(textBehind(parts, index)))
      return { refused: "whether options stand behind the value cannot be told" };
    const at = end && placeBefore(parts[index - 1], source);
    if (end && at === undefined) return { refused: `where to put ${end} before the value cannot be told` };
    if (end && at !== undefined) edits.push({ span: { start: at, end: at }, text: `${end} ` });
    before += end ? `${end} x` : "x";
  }
  return edits;
}

const beginsWord = /(?:^|[\s|;&()])$/;

/** What separates commands, what redirects a file, and words, which may hold quotes. */
const tokens = /(?<redirection>(?:\d+|&)?(?:<>|>>|>\||[<>]&?))|(?<separator>[|;&()\n])|(?:"[^"]*"|'[^']*'|[^\s|;&()<>"'])+/g;

/**
 * The words that each command of a text is given, its program first; without the files that it is redirected to. The last is undefined
 * where such a file follows.
 */
function argumentsIn(text: string): readonly (readonly string[] | undefined)[] {
  const commands: string[][] = [[]];
  let awaitsFile = false;
  for (const { 0: token, groups } of text.matchAll(tokens)) {
    if (groups?.["separator"]) commands.push([]);
    else if (!groups?.["redirection"] && !awaitsFile) commands.at(-1)?.push(token.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
    awaitsFile = groups?.["redirection"] !== undefined;
  }
  return awaitsFile ? [...commands.slice(0, -1), undefined] : commands;
}

function textBehind(parts: readonly QueryPart[], index: number): string {
  const rest = parts.slice(index + 1).map((part) => (part.kind === "text" ? part.text : "x"));
  return rest.join("");
}

/** The end of the text before a value, in the source: before the place of the value in a format, or the closing quote. */
function placeBefore(part: QueryPart | undefined, source: string): number | undefined {
  if (part?.kind !== "text" || part.text === "") return undefined;
  const { start, end }: Node = part.node;
  const raw = source.slice(start, end);
  const places: number[] = [];
  for (let at = raw.indexOf(part.text); at >= 0; at = raw.indexOf(part.text, at + 1))
    if (/^(?:\$?\{|%|["'`])/.test(raw.slice(at + part.text.length))) places.push(start + at + part.text.length);
  return places.length === 1 ? places[0] : undefined;
}
