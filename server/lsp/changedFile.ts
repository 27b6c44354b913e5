/** One file of the change as the editor shows it: base and text, with the findings of both compared. Pure. */

import type { FileChange } from "../changes/change.ts";
import { touchesHunk } from "../changes/changedLines.ts";
import { diffHunks } from "../changes/hunks.ts";
import { markIntroduced } from "../changes/introduced.ts";
import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import { indexLines, type LineIndex } from "../engine/tree/lineIndex.ts";
import type { CacheSide } from "./analysisCache.ts";

export interface ChangedFile {
  readonly uri: string;
  readonly change: FileChange;
  /** `undefined` until it is analysed, and for a file without text. */
  readonly analysis: FileAnalysis | undefined;
  readonly baseAnalysis: FileAnalysis | undefined;
  /** Not suppressed, in order of the text. */
  readonly introduced: readonly Finding[];
  readonly existing: readonly Finding[];
  /** False until both its text and its base are analysed: what is introduced cannot be told before. */
  readonly complete: boolean;
  /** Of the open document; absent for a closed file. */
  readonly version?: number;
}

export interface Texts {
  readonly uri: string;
  readonly change: FileChange;
  readonly version?: number;
}

/** @param analysisOf Answers `undefined` for a text that is not analysed yet: its file then has no findings. */
export function compareFiles(
  files: readonly Texts[],
  analysisOf: (path: string, text: string, side: CacheSide) => FileAnalysis | undefined,
): ChangedFile[] {
  const known = files.map((file) => {
    const { path, basePath, baseText, text } = file.change;
    return {
      file,
      analysis: text === undefined ? undefined : analysisOf(path, text, "current"),
      baseAnalysis: baseText === undefined ? undefined : analysisOf(basePath ?? path, baseText, "base"),
    };
  });
  const base = known.flatMap(({ file, baseAnalysis }) =>
    baseAnalysis ? [{ path: file.change.basePath ?? file.change.path, findings: baseAnalysis.findings }] : [],
  );
  const marked = markIntroduced(
    base,
    known.map(({ file: { change }, analysis }) => ({
      path: change.path,
      ...(change.basePath === undefined ? {} : { basePath: change.basePath }),
      findings: analysis?.findings ?? [],
      isChanged: isChangedIn(change),
    })),
  );
  return known.map(({ file, analysis, baseAnalysis }, index) => ({
    ...file,
    analysis,
    baseAnalysis,
    complete: analysis !== undefined && (file.change.baseText === undefined || baseAnalysis !== undefined),
    introduced: (marked[index]?.introduced ?? []).filter(isActive),
    existing: (marked[index]?.existing ?? []).filter(isActive),
  }));
}

/** The change of one open document; what the disk holds does not count. @param known What the folder's change says of its path. */
export function overlay(known: FileChange | undefined, path: string, baseText: string | undefined, text: string): FileChange {
  const base = known?.baseText ?? baseText;
  const { unread: _, ...rest } = known ?? { path, status: base === undefined ? ("added" as const) : ("modified" as const) };
  return {
    ...rest,
    ...(base === undefined ? {} : { baseText: base }),
    status: rest.status === "deleted" ? "modified" : rest.status,
    text,
    hunks: diffHunks(base ?? "", text),
  };
}

/** Of two equal findings, the one on changed lines is the new one. */
function isChangedIn(change: FileChange): (finding: Finding) => boolean {
  let lines: LineIndex | undefined;
  return ({ span }) => {
    lines ??= indexLines(change.text ?? "");
    const start = lines.positionAt(span.start).line;
    return touchesHunk(change.hunks, { start, end: lines.positionAt(span.end).line + 1 });
  };
}

function isActive(finding: Finding): boolean {
  return finding.suppression === undefined;
}
