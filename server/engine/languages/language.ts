/** What the engine needs to know of a language. One file per language implements it. */

import type { Tree } from "../tree/node.ts";
import type { LanguageId, RawTree } from "../tree/rawTree.ts";
import type { TreeMemo } from "./treeMemo.ts";

export interface Language {
  readonly id: LanguageId;
  /** Names that rules may use in `languages:`, the id among them (rule language: `js`, `ts`, `py`, ...). */
  readonly ruleNames: readonly string[];
  /** File name endings with the dot, lower case. */
  readonly extensions: readonly string[];
  /** Converts a grammar tree in one pass. Total: what it does not map becomes `other`. @param memo see `TreeMemo`. */
  convert(raw: RawTree, memo?: TreeMemo): Tree;
}
