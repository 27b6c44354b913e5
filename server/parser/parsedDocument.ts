/** An open document: its tree is kept, so that an edit costs little. */

import { Edit, type Tree } from "web-tree-sitter";
import { changeBetween } from "../engine/tree/changeBetween.ts";
import type { LanguageId, RawTree } from "../engine/tree/rawTree.ts";
import type { Span } from "../engine/tree/span.ts";
import type { LoadedGrammar, ReadMemo } from "./grammar.ts";
import { errorsIn, withoutTagTypes } from "./tagTypes.ts";

export interface ParsedDocument {
  /** The tree of the present text. */
  raw(): RawTree;
  /** Parses what changed between the old text and this one. The result equals a fresh parse. */
  update(newText: string): RawTree;
  /** Frees the tree; the document must not be used afterwards. Closing twice does nothing. */
  close(): void;
}

/** @param count Counts live trees over all documents. */
export function openParsedDocument(
  { parser, grammar, readTree }: LoadedGrammar,
  language: LanguageId,
  text: string,
  count: { trees: number },
): ParsedDocument {
  const parse = (newText: string, old: Tree | null): Tree => {
    const parsed = parser.parse(newText, old);
    if (!parsed) throw new Error("The parser gave no tree.");
    count.trees++;
    return parsed;
  };
  let tree: Tree | undefined = parse(text, null);
  const memo: ReadMemo = {};
  let raw = readTree(tree, grammar, language, text, memo);
  const replace = (newTree: Tree, newText: string): void => {
    // Read first: as long as the old tree lives, its addresses stand for nothing else.
    const read = readTree(newTree, grammar, language, newText, memo);
    tree?.delete();
    count.trees--;
    tree = newTree;
    raw = read;
  };
  /** Whether the tree is of a text with other types: only a fresh parse tells whether the next one needs that too. */
  let isOther = false;
  const parseAnew = (newText: string): void => {
    replace(parse(newText, null), newText);
    retry();
  };
  /** Reads again what the grammar misread for the types of a tagged template. */
  const retry = (): void => {
    const { text: source } = raw;
    const other = withoutTagTypes(raw);
    isOther = other !== undefined;
    if (other === undefined) return;
    const errors = errorsIn(raw);
    replace(parse(other, null), source);
    isOther = errorsIn(raw) <= errors;
    if (!isOther) replace(parse(source, null), source);
  };
  retry();
  return {
    raw: () => raw,
    update(newText) {
      if (!tree) throw new Error("The document was closed.");
      if (newText === raw.text) return raw;
      if (isOther) {
        parseAnew(newText);
        return raw;
      }
      const change = changeBetween(raw.text, newText) ?? { start: 0, end: newText.length };
      tree.edit(editOf(raw.text, newText, change));
      memo.change = change;
      replace(parse(newText, tree), newText);
      // Error recovery depends on what was there before; a fresh parse gives what a cold scan gives.
      if (errorsIn(raw) > 0) parseAnew(newText);
      else retry();
      return raw;
    },
    close() {
      if (!tree) return;
      tree.delete();
      tree = undefined;
      count.trees--;
    },
  };
}

function editOf(oldText: string, newText: string, { start, end }: Span): Edit {
  const oldEnd = end + oldText.length - newText.length;
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: end,
    startPosition: pointAt(oldText, start),
    oldEndPosition: pointAt(oldText, oldEnd),
    newEndPosition: pointAt(newText, end),
  });
}

function pointAt(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", lineStart)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
