/** A file before and after a fix. Many fixes of one file are tried one after the other, so what is known of it is kept, and only what a fix can concern is looked at again. */

import type { Engine, SourceFile } from "../analyze.ts";
import { editedPart, editIn, looksAtWholeFile, mergeEdit } from "../editedPart.ts";
import type { FileAnalysis } from "../findings/finding.ts";
import { mayEmbedCode } from "../languages/embeddedCode.ts";
import type { ReadText } from "../modules/resolveModule.ts";
import type { Tree } from "../tree/node.ts";

export interface AnalyzedFile {
  readonly file: SourceFile;
  /** `undefined` for a language that is not read. */
  readonly tree: Tree | undefined;
  /** Made when first asked for: many fixes are refused by what the code looks like. */
  readonly analysis: FileAnalysis;
  readonly read: ReadText | undefined;
}

/** What each engine looked at last; files that others of the project have a say in are not kept, since those may change. */
const latest = new WeakMap<Engine, AnalyzedFile>();

export function analyzed(engine: Engine, file: SourceFile, read: ReadText | undefined): AnalyzedFile {
  const known = latest.get(engine);
  if (known && read === undefined && isSame(known.file, file)) return known;
  const tree = engine.treeOf(file);
  let analysis: FileAnalysis | undefined;
  const found: AnalyzedFile = {
    ...{ file, tree, read },
    get analysis() {
      analysis ??= engine.analyze(file, undefined, read ? undefined : tree, read);
      return analysis;
    },
  };
  if (read) latest.delete(engine);
  else latest.set(engine, found);
  return found;
}

function isSame(a: SourceFile, b: SourceFile): boolean {
  return a.path === b.path && a.language === b.language && a.project === b.project && a.text === b.text;
}

/** The analysis of another text of the file; where only a function's body differs, of what can be concerned by that. */
export function analyzeFixed(engine: Engine, before: AnalyzedFile, text: string): FileAnalysis {
  const { file, tree, read } = before;
  const fixed = { ...file, text };
  if (read || !tree || mayEmbedCode(file.path)) return engine.analyze(fixed, undefined, undefined, read);
  const { analysis } = before;
  const edit = analysis.notReviewed.length === 0 ? editIn(tree, text) : undefined;
  const after = engine.treeOf(fixed);
  const part = edit && after && editedPart(edit, after);
  const found = part && engine.analyze(fixed, undefined, part.tree);
  if (!part || found?.notReviewed.length !== 0) return engine.analyze(fixed, undefined, after);
  const wholeFile = new Set(engine.rules.filter(looksAtWholeFile).map(({ id }) => id));
  return mergeEdit(analysis, found, part, (id) => wholeFile.has(id));
}
