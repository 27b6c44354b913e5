/** A changed file with everything that the checklist asks of it. */

import type { FileChange } from "../changes/change.ts";
import { countChangedLines, touchesHunk } from "../changes/changedLines.ts";
import type { FileAnalysis, Finding, NotReviewed, Topic } from "../engine/findings/finding.ts";
import { hideSecrets } from "../engine/findings/hideSecrets.ts";
import { languageOfFile } from "../engine/languages/embeddedCode.ts";
import { indexLines, type LineIndex } from "../engine/tree/lineIndex.ts";
import type { LanguageId } from "../engine/tree/rawTree.ts";
import type { Span } from "../engine/tree/span.ts";
import { isMedia } from "./fileKinds.ts";

export interface ChangedFile {
  readonly change: FileChange;
  readonly lines: LineIndex;
  readonly language: LanguageId | undefined;
  readonly introduced: readonly Finding[];
  readonly existing: readonly Finding[];
  /** Topics on changed lines. */
  readonly topics: readonly Topic[];
  readonly reviewed: boolean;
  /** Why a part or the whole of it was not looked at; empty for pictures and the like, of which nothing is expected. */
  readonly gaps: readonly NotReviewed[];
  readonly changedLines: number;
  /** Hides the secrets that rules found in the file. */
  hide(text: string): string;
}

/** What is said of a file without an analysis. */
export const noAnalysis = "It was not analysed.";

/**
 * @param analysis Of the current text; of the base text for a deleted file. Absent while it is not analysed.
 */
export function describeChangedFile(
  change: FileChange,
  analysis: FileAnalysis | undefined,
  found: { readonly introduced: readonly Finding[]; readonly existing: readonly Finding[] },
  holdsSecret: (ruleId: string) => boolean,
): ChangedFile {
  const lines = indexLines(change.text ?? "");
  const touched = touches(change, lines);
  let hider: ((shown: string) => string) | undefined;
  return {
    change,
    lines,
    language: languageOfFile({ path: change.path, text: change.text ?? "" }),
    introduced: found.introduced,
    existing: found.existing,
    topics: change.status === "deleted" ? [] : (analysis?.topics ?? []).filter((topic) => touched(topic.span)),
    reviewed: analysis?.reviewed ?? false,
    gaps: gapsOf(change, analysis),
    changedLines: countChangedLines(change.hunks),
    hide(shown) {
      hider ??= hideSecrets(change.text ?? "", [...found.introduced, ...found.existing], holdsSecret);
      return hider(shown);
    },
  };
}

/** @returns Whether a range of the current text stands on changed lines, or around removed ones. */
export function touches(change: FileChange, lines: LineIndex): (span: Span) => boolean {
  return (span) => {
    const first = lines.positionAt(span.start).line;
    const last = lines.positionAt(Math.max(span.start, span.end - 1)).line;
    return touchesHunk(change.hunks, { start: first, end: last + 1 });
  };
}

/** Whether there was or is anything in it to look at. */
export function hasContent(file: ChangedFile): boolean {
  const { change } = file;
  return Boolean(change.unread) || (change.text ?? "") !== "" || (change.baseText ?? "") !== "";
}

function gapsOf(change: FileChange, analysis: FileAnalysis | undefined): NotReviewed[] {
  const media = isMedia(change.path);
  if (change.unread) return media && change.unread.reason === "binary" ? [] : [change.unread];
  if (change.status === "deleted" && change.baseText === undefined) return [];
  if (!analysis) return [{ path: change.path, reason: "not checked", detail: noAnalysis }];
  return analysis.notReviewed.filter(({ reason }) => !media && (!analysis.reviewed || gapReasons.has(reason)));
}

/** What leaves a hole in a file that was looked at otherwise. */
const gapReasons: ReadonlySet<NotReviewed["reason"]> = new Set([
  "syntax errors",
  "step limit",
  "crashed",
  "timed out",
  "unsupported language",
  "conflict",
  "rule error",
]);
