/** The parser's tree as plain arrays, so that the engine never holds WebAssembly memory. */

/** Languages the engine reads. `tsx` is TypeScript with JSX; `javascript` includes JSX. */
export type LanguageId = "javascript" | "typescript" | "tsx" | "python";

/**
 * A grammar's tree in preorder: node `i`'s subtree is `i .. next[i] - 1`; its children are `i + 1`, `next[i + 1]`, ...
 * Offsets are UTF-16 code units. Anonymous nodes (punctuation, keywords) are included and are not `named`.
 */
export interface RawTree {
  readonly language: LanguageId;
  readonly text: string;
  readonly count: number;
  /** Names of node types by symbol id. */
  readonly typeNames: readonly string[];
  /** Names of fields by field id; 0 is "no field". */
  readonly fieldNames: readonly string[];
  readonly type: Uint16Array;
  readonly field: Uint16Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly next: Uint32Array;
  readonly parent: Int32Array;
  /** Bit 1 named, bit 2 missing (inserted by error recovery), bit 4 error, bit 8 extra (a comment). */
  readonly flags: Uint8Array;
}

/** Parses text; passed into the engine by the door. Never throws for bad syntax: errors are nodes of the tree. */
export type ParseText = (language: LanguageId, text: string) => RawTree;
