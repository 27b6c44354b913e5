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
    // Only of the program that the value is given to, not of those before it in a pipe.
    const command = before.split(/[|;&(\n]/).at(-1) ?? "";
    const end =
      wrapped.includes(part) && /(?:^|\s)$/.test(command) ? optionsEnd(wordsOf(command), wordsBehind(parts, index)) : undefined;
    if (end && typeof end !== "string") return end;
    const at = end && placeBefore(parts[index - 1], source);
    if (end && at === undefined) return { refused: `where to put ${end} before the value cannot be told` };
    if (end && at !== undefined) edits.push({ span: { start: at, end: at }, text: `${end} ` });
    before += end ? `${end} x` : "x";
  }
  return edits;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function wordsBehind(parts: readonly QueryPart[], index: number): string[] {
  const rest = parts.slice(index + 1).map((part) => (part.kind === "text" ? part.text : "x"));
  return wordsOf(rest.join("").split(/[|;&)\n]/)[0] ?? "");
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
