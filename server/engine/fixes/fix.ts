/** A change of one file that removes a finding. */

import type { Finding } from "../findings/finding.ts";
import type { Tree } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  /** Imperative, for the light bulb: "Pass the values as query parameters". */
  readonly title: string;
  /** In order, not overlapping. */
  readonly edits: readonly TextEdit[];
}

/** Why no fix is offered; shown to the person. */
export interface FixRefusal {
  readonly refused: string;
}

export interface FixContext {
  readonly finding: Finding;
  readonly tree: Tree;
  readonly text: string;
  /** Of the file, as in `SourceFile`. */
  readonly path: string;
  /** Of another file of the project; `undefined` for what cannot be read. */
  treeOf(path: string): Tree | undefined;
}

/** A fix that needs code. Pure; refuses rather than guesses. */
export type BuildFix = (context: FixContext) => Fix | FixRefusal;
