/** Reads what the grammar of TypeScript cannot: type arguments of a tagged template, as in `` sql<User>`...` ``. Pure. */

import type { RawTree } from "../engine/tree/rawTree.ts";

/** UTF-16 units. */
const longestTypes = 600;
const missingOrError = 2 | 4;

/** @returns How many nodes the parser made up or could not read. */
export function errorsIn({ count, flags }: RawTree): number {
  let errors = 0;
  for (let i = 0; i < count; i++) if (((flags[i] ?? 0) & missingOrError) !== 0) errors++;
  return errors;
}

/**
 * The text with such type arguments blanked, of the same length; `undefined` where none stand there. The grammar takes them for comparisons or
 * for errors, with a `>` of its own in both. The result is worth taking where it has no more errors than the text as it is.
 */
export function withoutTagTypes(raw: RawTree): string | undefined {
  const { language, text } = raw;
  if ((language !== "typescript" && language !== "tsx") || !text.includes(">`")) return undefined;
  const closings = tokensIn(raw, ">");
  let result = "";
  let done = 0;
  for (let at = text.indexOf(">`"); at !== -1; at = text.indexOf(">`", at + 2)) {
    const start = closings.has(at) ? openingOf(text, at, done) : undefined;
    if (start === undefined) continue;
    result += text.slice(done, start) + text.slice(start, at + 1).replace(/[^\r\n]/g, " ");
    done = at + 1;
  }
  return done === 0 ? undefined : result + text.slice(done);
}

/** Where such a token stands: not in a string, a template or a comment. */
function tokensIn({ count, type, typeNames, end }: RawTree, name: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = 0; i < count; i++) if (typeNames[type[i] ?? 0] === name) found.add((end[i] ?? 0) - 1);
  return found;
}

/** The `<` that belongs to the `>` at an offset, after a name or a call. */
function openingOf(text: string, closing: number, from: number): number | undefined {
  let depth = 0;
  const first = Math.max(from, closing - longestTypes);
  for (let at = closing; at >= first; at--) {
    const char = text[at];
    if (char === "`") return undefined;
    if (char === ">" && text[at - 1] !== "=") depth++;
    if (char === "<" && --depth === 0) return /[\w$\])]/.test(text[at - 1] ?? "") ? at : undefined;
  }
  return undefined;
}
