/** Which findings `linewarden fix` is about: all of a file, those on a line, or the one that a printed command names. */

import type { Finding } from "../engine/findings/finding.ts";
import { hash64 } from "../engine/findings/hash.ts";
import type { Fix } from "../engine/fixes/fix.ts";
import { indexLines } from "../engine/tree/lineIndex.ts";
import type { Span } from "../engine/tree/span.ts";
import { statsOf } from "../host/statsOf.ts";
import { UserError } from "../host/userError.ts";

export interface FixTarget {
  readonly file: string;
  /** Zero-based. */
  readonly line: number | undefined;
  /** Of the one finding that is meant, see `idOf`; absent: all that touch the line. */
  readonly id?: string;
}

/** How many lines a named finding may have moved since it was reported: earlier fixes add imports and take lines out. */
const farthest = 20;
/** Characters of the name before a value. */
const longestLead = 80;

/**
 * `FILE`, `FILE:LINE` or `FILE:LINE@ID`, unless a file of that very name exists (and `C:\FILE` has a colon too).
 *
 * @throws UserError for a file that is not there, and for a place that is none.
 */
export function readFixTarget(word: string): FixTarget {
  const isFile = (name: string): boolean => statsOf(name)?.isFile() ?? false;
  if (isFile(word)) return { file: word, line: undefined };
  const [, file, line, id] = /^(.*):(\d+)(?:@([0-9a-f]{8}))?$/.exec(word) ?? [];
  if (file !== undefined && isFile(file) && Number(line) > 0)
    return { file, line: Number(line) - 1, ...(id === undefined ? {} : { id }) };
  const named = /^(.*):([^:/\\]+)$/.exec(word);
  const place = /^(\d+)@(.*)$/.exec(named?.[2] ?? "");
  if (place && named?.[1] && isFile(named[1]))
    throw new UserError(
      `After ${named[1]}:${place[1]}@ the ID of a finding is expected, eight digits from 0 to f, not ${place[2]}.`,
    );
  if (named?.[1] && isFile(named[1]))
    throw new UserError(`After ${named[1]}: a line number from 1 is expected, not ${named[2]}.`);
  if (statsOf(word)?.isDirectory())
    throw new UserError(`${word} is a folder; fix takes one file at a time. \`linewarden scan\` names those with findings.`);
  throw new UserError(`There is no file ${file ?? word}.`);
}

/**
 * What a printed command adds to the line, so that it still means this finding after other fixes moved the lines: eight hex digits of
 * the rule, the function around it, what was found and what it is the value of. Does not depend on the folder in which the program runs.
 */
export function idOf({ ruleId, within, span }: Finding, text: string): string {
  // `{secure: false, httpOnly: false}` has two findings on one line that are the same word.
  const lead = /[\w$"'-]+\s*[:=]\s*$/.exec(text.slice(Math.max(0, span.start - longestLead), span.start))?.[0] ?? "";
  const parts = [ruleId, within, text.slice(span.start, span.end), lead].map((part) => part.replace(/\s+/g, ""));
  return hash64(parts.join("\0")).slice(0, 8);
}

/**
 * @param findings Those of the text that no comment silences.
 * @returns In the order given: all, those that touch the line, or the named one.
 * @throws UserError where there is none, and where it cannot be told which of several equal ones is meant: none is taken in its place.
 */
export function targetedBy(target: FixTarget, findings: readonly Finding[], text: string, shown: string): readonly Finding[] {
  const { line, id } = target;
  if (line === undefined) return findings;
  if (id !== undefined) return [namedFinding({ line, id }, findings, text, shown)];
  const piece = lineOf(target, text);
  const touching = piece ? findings.filter((finding) => touches(finding, piece)) : findings;
  if (touching.length === 0) throw new UserError(nothingOn(line, text, shown));
  return touching;
}

/** The target's line in a text, without its end; absent where no line or one finding alone is meant. */
export function lineOf({ line, id }: FixTarget, text: string): Span | undefined {
  if (line === undefined || id !== undefined) return undefined;
  const lines = indexLines(text);
  const start = lines.lineStart(line);
  return { start, end: start + lines.lineText(line).length };
}

/** Where a piece of a text is after a fix, which may have moved it, and changed it. */
export function afterFix({ start, end }: Span, { edits }: Fix): Span {
  const moved = (offset: number, isEnd: boolean): number => {
    let by = 0;
    for (const { span, text } of edits) {
      // What is put in just before the piece is no part of it.
      if (span.end <= offset && (span.start < offset || !isEnd)) by += text.length - (span.end - span.start);
      else if (span.start < offset) by += (isEnd ? text.length : 0) - (offset - span.start);
    }
    return offset + by;
  };
  return { start: moved(start, false), end: moved(end, true) };
}

/** Whether a finding, or what its path tells of this file behind the source, reaches into a piece of the text. */
export function touches({ span, path }: Finding, { start, end }: Span): boolean {
  const covers = (one: Span): boolean => one.start <= end && one.end >= start;
  return covers(span) || path.some((step) => step.role !== "source" && covers(step.span));
}

function namedFinding(
  { line, id }: { readonly line: number; readonly id: string },
  findings: readonly Finding[],
  text: string,
  shown: string,
): Finding {
  const lines = indexLines(text);
  const lineOfOne = (finding: Finding): number => lines.positionAt(finding.span.start).line;
  const farOff = (finding: Finding): number => Math.abs(lineOfOne(finding) - line);
  const equal = findings
    .filter((finding) => idOf(finding, text) === id)
    .sort((a, b) => farOff(a) - farOff(b) || a.span.start - b.span.start);
  const [nearest, next] = equal;
  if (nearest === undefined)
    throw new UserError(
      `What was found on line ${line + 1} of ${shown} is not there any more: it was fixed, or its code changed. Review again.`,
    );
  // Of equal ones on one line the first is meant: the same command again is for the next.
  const isClear = next === undefined || farOff(next) > farOff(nearest) || lineOfOne(next) === lineOfOne(nearest);
  if (isClear && farOff(nearest) <= farthest) return nearest;
  const places = [...new Set(equal.map(({ span }) => `${shown}:${lines.positionAt(span.start).line + 1}@${id}`))];
  throw new UserError(
    `What was found on line ${line + 1} of ${shown} is not there any more. The same stands elsewhere: ${places.join(", ")}`,
  );
}

function nothingOn(line: number, text: string, shown: string): string {
  const lineCount = indexLines(text).lineCount - (/[\r\n]$/.test(text) ? 1 : 0);
  return line < lineCount
    ? `There is no finding on line ${line + 1} of ${shown} that a fix could be for.`
    : `${shown} has no line ${line + 1}; it has ${lineCount}.`;
}
