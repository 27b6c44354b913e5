/** One file of the change as the editor shows it: base and text, with the findings of both compared. Pure. */

import type { FileChange } from "../changes/change.ts";
import { compareAnalyses } from "../changes/compareAnalyses.ts";
import { diffHunks } from "../changes/hunks.ts";
import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
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
  const marked = compareAnalyses(
    known.map(({ file: { change }, analysis, baseAnalysis }) => ({ change, current: analysis, base: baseAnalysis })),
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
  const isKept = rest.status !== "deleted" && rest.status !== "modified" && rest.status !== "unchanged";
  return {
    ...rest,
    ...(base === undefined ? {} : { baseText: base }),
    status: isKept ? rest.status : base === text ? "unchanged" : "modified",
    text,
    hunks: diffHunks(base ?? "", text),
  };
}

function isActive(finding: Finding): boolean {
  return finding.suppression === undefined;
}

export function findingsOf(file: ChangedFile | undefined): Pick<ChangedFile, "introduced" | "existing"> {
  return { introduced: file?.introduced ?? [], existing: file?.existing ?? [] };
}

/** Findings are the same objects as long as their text is; those of removed guards are made anew with each comparison. */
export function sameFindings(a: ChangedFile | undefined, b: ChangedFile | undefined): boolean {
  const same = <T>(left: readonly T[] = [], right: readonly T[] = []): boolean =>
    left.length === right.length && left.every((item, index) => item === right[index]);
  const findings = (file: ChangedFile | undefined): readonly (Finding | string)[] =>
    (file?.introduced ?? []).map((finding) => (finding.removed ? `${finding.fingerprint} ${finding.span.start}` : finding));
  return same(findings(a), findings(b)) && same(a?.existing, b?.existing) && a?.version === b?.version;
}

/** The file of a document that is not open any more. */
export function asClosed(file: ChangedFile | undefined): ChangedFile[] {
  if (!file) return [];
  const { version: _, ...rest } = file;
  return [rest];
}
