/** Tells code from what is written about it in the same file: comments, and texts that document a function. Pure. */

import type { FileKind } from "./fileKind.ts";

/**
 * What an example in the documentation of a function shows is seldom in use; what stands in a comment may be code that was put aside.
 *
 * @param at Offsets in the text.
 * @returns Steps of severity, for each of them: 2 in a documentation string of Python, 1 in a comment, 0 elsewhere.
 */
export function explanationLowers(text: string, at: readonly number[], path: string, { format }: FileKind): number[] {
  if (format !== "code" || at.length === 0) return at.map(() => 0);
  const documented = /\.pyi?$/.test(path) ? documentationStrings(text) : [];
  return at.map((place) => {
    if (documented.some(({ start, end }) => start < place && place < end)) return 2;
    const line = text.slice(text.lastIndexOf("\n", place - 1) + 1, place).trimStart();
    return /^(?:#|\/\/|\*|\/\*|--|;)/.test(line) ? 1 : 0;
  });
}

/** Texts in three quotes that are a statement of their own, as they begin their line, or that Ansible's documentation is made of. */
function documentationStrings(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  const quotes = /"""|'''/g;
  for (let open = quotes.exec(text); open; open = quotes.exec(text)) {
    const before = text.slice(text.lastIndexOf("\n", open.index) + 1, open.index);
    const close = text.indexOf(open[0], open.index + 3);
    if (close < 0) break;
    if (/^\s*(?:(?:DOCUMENTATION|EXAMPLES?|RETURN)\s?=\s?)?[rRuU]?$/.test(before)) found.push({ start: open.index, end: close });
    quotes.lastIndex = close + 3;
  }
  return found;
}
