/** An open document: its tree is kept, so that an edit costs little. */

import { Edit, type Tree } from "web-tree-sitter";
import type { LanguageId, RawTree } from "../engine/tree/rawTree.ts";
import type { LoadedGrammar } from "./grammar.ts";

export interface ParsedDocument {
  /** The tree of the present text. */
  raw(): RawTree;
  /** Parses what changed between the old text and this one. The result equals a fresh parse. */
  update(newText: string): RawTree;
  /** Frees the tree; the document must not be used afterwards. Closing twice does nothing. */
  close(): void;
}

const missingOrError = 2 | 4;

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
  let raw = readTree(tree, grammar, language, text);
  const replace = (newTree: Tree, newText: string): void => {
    tree?.delete();
    count.trees--;
    tree = newTree;
    raw = readTree(newTree, grammar, language, newText);
  };
  return {
    raw: () => raw,
    update(newText) {
      if (!tree) throw new Error("The document was closed.");
      if (newText === raw.text) return raw;
      tree.edit(editBetween(raw.text, newText));
      replace(parse(newText, tree), newText);
      // Error recovery depends on what was there before; a fresh parse gives what a cold scan gives.
      if (hasErrors(raw)) replace(parse(newText, null), newText);
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

function hasErrors(raw: RawTree): boolean {
  for (let i = 0; i < raw.count; i++) if (((raw.flags[i] ?? 0) & missingOrError) !== 0) return true;
  return false;
}

function editBetween(oldText: string, newText: string): Edit {
  const shorter = Math.min(oldText.length, newText.length);
  let start = 0;
  while (start < shorter && oldText.charCodeAt(start) === newText.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    oldText.charCodeAt(oldText.length - 1 - same) === newText.charCodeAt(newText.length - 1 - same)
  )
    same++;
  const oldEnd = oldText.length - same;
  const newEnd = newText.length - same;
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: pointAt(oldText, start),
    oldEndPosition: pointAt(oldText, oldEnd),
    newEndPosition: pointAt(newText, newEnd),
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
