/** Which texts of a change are analysed, once each. */

import type { ChangeSet, FileChange } from "../changes/change.ts";
import type { SourceFile } from "../engine/analyze.ts";
import { longText } from "../host/analyzer.ts";
import type { ImportView } from "../host/moduleReader.ts";
import { importsOf } from "../host/reviewChange.ts";
import type { AnalysisCache, SidedSource } from "./analysisCache.ts";
import type { OpenDocument } from "./openDocument.ts";
import type { RootChanges } from "./reviewRoot.ts";

/** A file that was left alone and imports what changed. */
export function isImporter({ status }: FileChange): boolean {
  return status === "unchanged";
}

/** Where the base's imports are read: what was typed in an open document and not saved is no part of it. */
export function baseView(change: ChangeSet, documents: Iterable<OpenDocument>): ImportView {
  const view = importsOf(change).base;
  // What was staged is complete.
  if (change.imports) return view;
  const texts: Record<string, string | null> = {};
  for (const { path, text, baseText } of documents)
    if (baseText !== undefined && baseText !== text.getText()) texts[path] = baseText;
  return { ...view, texts: { ...texts, ...view.texts } };
}

/** Of a file that only imports what changed, the base matters where something is found now. */
export function basesOfImporters(
  changes: RootChanges,
  documents: Iterable<OpenDocument>,
  analysisOf: AnalysisCache["get"],
): SidedSource[] {
  const bases = [changes.working, ...(changes.staged ? [changes.staged] : [])].flatMap((change) => {
    const imports = baseView(change, documents);
    return change.files.flatMap(({ path, status, baseText: text }) =>
      status === "unchanged" && text !== undefined && analysisOf(path, text)?.findings.length !== 0
        ? [{ path, text, imports, side: "base" as const }]
        : [],
    );
  });
  return distinct(bases);
}

/**
 * What is shown before the rest is analysed, so that nobody waits for a very long file. All of it, where code may have moved out of such a
 * file: it would look introduced in between.
 */
export function shownFirst(sources: readonly SidedSource[], { working }: RootChanges): readonly SidedSource[] {
  const long = sources.filter(({ text }) => text.length > longText);
  const paths = new Set(long.map(({ path }) => path));
  const losesLines = ({ path, basePath = path, hunks }: FileChange): boolean =>
    (paths.has(path) || paths.has(basePath)) && hunks.some(({ base }) => base.end > base.start);
  return long.length === 0 || working.files.some(losesLines) ? sources : sources.filter((source) => !long.includes(source));
}

/** Each text of a file once a side. */
export function distinct(files: readonly SidedSource[]): SidedSource[] {
  const seen = new Map<string, Set<string>>();
  return files.filter(({ path, text, side }) => {
    const key = `${side} ${path}`;
    const texts = seen.get(key) ?? new Set<string>();
    seen.set(key, texts);
    if (texts.has(text)) return false;
    texts.add(text);
    return true;
  });
}

/** What documents show, and what it is compared with. */
export function textsOf(documents: Iterable<OpenDocument>): SourceFile[] {
  return [...documents].flatMap(({ path, text, baseText }) => [
    { path, text: text.getText() },
    ...(baseText === undefined ? [] : [{ path, text: baseText }]),
  ]);
}
