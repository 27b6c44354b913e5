/** The findings that a change introduced, and those that were there before, of all of its files together. Pure. */

import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import { toldAtCallers, yieldsTo } from "../engine/findings/overlaps.ts";
import { indexLines, type LineIndex } from "../engine/tree/lineIndex.ts";
import type { FileChange } from "./change.ts";
import { linesOf, touchesHunk } from "./changedLines.ts";
import { type MarkedFindings, markIntroduced } from "./introduced.ts";
import { movesIn } from "./movedCode.ts";
import { removedGuards } from "./removedGuards.ts";

/** A file of a change with what was found in its two texts. */
export interface ComparedFile {
  readonly change: FileChange;
  /** Absent for a deleted file, and while it is not analysed. */
  readonly current: FileAnalysis | undefined;
  /** Absent for a new file, and while it is not analysed. */
  readonly base: FileAnalysis | undefined;
}

/**
 * @param files All files of the change, deleted ones too, and those that import them: no code moves into or out of the latter.
 * @returns One entry for each, in the order given.
 */
export function compareAnalyses(files: readonly ComparedFile[]): MarkedFindings[] {
  const isChanged = ({ change }: ComparedFile): boolean => change.status !== "unchanged";
  const changed = compareChanged(files.filter(isChanged)).values();
  const marked = files.map((file): MarkedFindings => {
    const own = isChanged(file) ? changed.next().value : compareChanged([file])[0];
    return own ?? { path: file.change.path, introduced: [], existing: [] };
  });
  const told = toldAtCallers(
    marked.map(({ path, introduced, existing }, index) => ({
      ...{ path, text: files[index]?.change.text ?? "", findings: introduced },
      // What is told there since long is not told anew of a function that went to a file of its own.
      others: existing,
    })),
  );
  if (told.size === 0) return marked;
  return marked.map((file) => ({ ...file, introduced: file.introduced.filter((finding) => !told.has(finding)) }));
}

function compareChanged(files: readonly ComparedFile[]): MarkedFindings[] {
  const inBase = files.flatMap(({ change, base }) =>
    change.baseText === undefined
      ? []
      : [{ path: change.basePath ?? change.path, findings: base?.findings ?? [], isGone: isAbsentFrom(change.text) }],
  );
  const now = files.map(({ change, current }) => ({
    path: change.path,
    isChanged: isOnChangedLines(change),
    isNew: isAbsentFrom(change.baseText),
    ...(change.basePath === undefined ? {} : { basePath: change.basePath }),
    findings: current?.findings ?? [],
  }));
  const gone = removedGuards(files);
  return markIntroduced(inBase, now, movesIn(files)).map((file, index) => {
    const removed = gone.get(file.path) ?? [];
    const change = files[index]?.change;
    const introduced = removed.length === 0 ? file.introduced : joined(file.introduced, removed, change?.text ?? "");
    return { ...file, introduced: introduced.map((finding) => (change ? withOwnSuppression(finding, change) : finding)) };
  });
}

function isAbsentFrom(text = ""): (name: string) => boolean {
  return (name) => !hasWord(text, name);
}

/** Whether a name stands in a text as a word of its own. */
function hasWord(text: string, name: string): boolean {
  const isPart = (at: number): boolean => /[\p{L}\p{N}_$]/u.test(text.charAt(at));
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!isPart(at - 1) && !isPart(at + name.length)) return true;
  return false;
}

/** A comment that was there before, and does not say for what content, was not written for what the change introduced. */
function withOwnSuppression(finding: Finding, { text = "", baseText = "" }: FileChange): Finding {
  const { suppression, ...rest } = finding;
  if (suppression?.kind !== "linewarden-ignore" || suppression.bound) return finding;
  const comment = text.slice(suppression.span.start, suppression.span.end);
  const isOld = comment !== "" && timesIn(baseText, comment) >= timesIn(text, comment);
  return isOld ? { ...rest, passedOver: suppression } : finding;
}

function timesIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Where a rule that knows more found the same fault, its finding shows the removed lines, and is the only one; it weighs as much. */
function joined(introduced: readonly Finding[], removed: readonly Finding[], text: string): Finding[] {
  const lines = indexLines(text);
  const lineOf = ({ span }: Finding): number => {
    const { line } = lines.positionAt(span.start);
    return text[span.start] === "@" ? decoratedLine(lines, line) : line;
  };
  const betterThan = (finding: Finding): Finding | undefined =>
    introduced.find((other) => !other.suppression && yieldsTo(finding, other) && lineOf(other) === lineOf(finding));
  const own = removed.filter((finding) => !betterThan(finding));
  const others = introduced.map((other) => {
    const taken = removed.find((finding) => betterThan(finding) === other);
    if (!taken?.removed) return other;
    const isHigher = taken.severity === "high" && other.severity !== "critical";
    return { ...other, removed: taken.removed, ...(isHigher ? { severity: taken.severity } : {}) };
  });
  return [...others, ...own].sort((a, b) => a.span.start - b.span.start);
}

/** A route is told at its decorator, what was removed from it at what the decorators stand before. */
function decoratedLine(lines: LineIndex, first: number): number {
  let line = first;
  while (line + 1 < lines.lineCount && /^\s*(?:@|#|\/\/|\*|\/\*)/.test(lines.lineText(line))) line++;
  return line;
}

/** Of two equal findings, the one on changed lines is the new one. */
function isOnChangedLines({ hunks, text = "" }: FileChange): (finding: Finding) => boolean {
  let lines: LineIndex | undefined;
  return ({ span }) => {
    lines ??= indexLines(text);
    return touchesHunk(hunks, linesOf(lines, span));
  };
}
