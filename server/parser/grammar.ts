/** What the readers of trees need to know of a grammar. */

import type { Language, Parser, Tree } from "web-tree-sitter";
import type { LanguageId, RawTree } from "../engine/tree/rawTree.ts";
import type { Span } from "../engine/tree/span.ts";

/**
 * @param memo of an open document: what an edit left as it was may be taken from the reading before.
 * @returns All nodes in preorder; the tree itself may be deleted afterwards.
 */
export type ReadTree = (tree: Tree, grammar: Grammar, language: LanguageId, text: string, memo?: ReadMemo) => RawTree;

/** What one reading of an open document leaves for the next. */
export interface ReadMemo {
  last?: {
    readonly raw: RawTree;
    /** Indexes of nodes directly under the root, by the address of their subtree. */
    readonly places: ReadonlyMap<number, number>;
  };
  /** What is new in the text that is read next, against the one that was read last; in the new text. */
  change?: Span;
}

/** The tables of a grammar, made once. */
export interface Grammar {
  readonly typeNames: readonly string[];
  readonly fieldNames: readonly string[];
  /** Flags that follow from the type alone, by symbol id. */
  readonly typeFlags: Uint8Array;
}

/** A loaded grammar with a parser of its own. */
export interface LoadedGrammar {
  readonly parser: Parser;
  readonly grammar: Grammar;
  /** The fastest reader that was seen to read this grammar's trees rightly. */
  readonly readTree: ReadTree;
}

const named = 1;
export const missing = 2;
const error = 4;
const extra = 8;
/** tree-sitter's symbol of an error node. */
export const errorSymbol = 65535;

/** Names and flags by symbol id; the last entry stands for error nodes. */
export function toGrammar(language: Language): Grammar {
  const count = language.nodeTypeCount;
  const typeNames: string[] = [];
  const typeFlags = new Uint8Array(count + 1);
  for (let id = 0; id < count; id++) {
    const name = language.nodeTypeForId(id) ?? "";
    typeNames.push(name);
    const isComment = name === "comment" || name === "html_comment";
    typeFlags[id] = (language.nodeTypeIsNamed(id) ? named : 0) | (isComment ? extra : 0);
  }
  typeNames.push("ERROR");
  typeFlags[count] = named | error;
  const fieldNames = Array.from({ length: language.fieldCount + 1 }, (_, id) =>
    id === 0 ? "" : (language.fieldNameForId(id) ?? ""),
  );
  return { typeNames, fieldNames, typeFlags };
}
