/** Which changed lines a person has looked at, kept by content: it outlives a restart and a move, and ends where the content changes. */

import { createHash } from "node:crypto";
import type { LineRange } from "../changes/change.ts";
import { joinRanges } from "../changes/changedLines.ts";
import { splitLines } from "../changes/hunks.ts";
import {
  appendRecord,
  type JournalPosition,
  type JournalRecord,
  type JournalWrite,
  readJournal,
  readJournalOn,
  rotateJournal,
} from "./journal.ts";

/** A file as it stands, with the lines that count. Lines are zero-based. */
export interface SeenFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly basePath?: string;
  readonly text: string;
  readonly lines: readonly LineRange[];
}

/** Keys of looked-at lines to the paths where they were looked at. */
export type SeenLines = Map<string, Set<string>>;

export const seenName = "seen.jsonl";
const kind = "seen";
const forgetKind = "unseen";
/** Two files of this size at most. */
const maxBytes = 8 * 1024 * 1024;
const keysPerRecord = 2000;

/** What was recorded, and up to where. */
export interface SeenRecord {
  readonly lines: SeenLines;
  /** Nothing while there is no file. */
  readonly position?: JournalPosition;
}

/** @returns What was recorded; nothing when there is no record. Never throws. */
export function readSeen(folder: string): SeenRecord {
  const lines: SeenLines = new Map();
  addRecords(lines, readJournal(folder, `${seenName}.1`).records);
  const read = readJournalOn(folder, seenName);
  if (!read) return { lines };
  addRecords(lines, read.records);
  return { lines, position: read.position };
}

/** What was recorded since, by this process or by others, added to what is known; all anew where the file is another one. */
export function readSeenOn(folder: string, known: SeenRecord): SeenRecord {
  const read = known.position && readJournalOn(folder, seenName, known.position);
  if (!read) return readSeen(folder);
  addRecords(known.lines, read.records);
  return { lines: known.lines, position: read.position };
}

function addRecords(seen: SeenLines, records: readonly JournalRecord[]): void {
  for (const record of records) {
    const { path, keys } = keysIn(record);
    if (record.kind === kind) addKeys(seen, path, keys);
    else if (record.kind === forgetKind) removeKeys(seen, path, keys);
  }
}

/**
 * Adds lines to `seen` and appends those that are new to the record.
 *
 * @param at ISO 8601, UTC.
 * @returns Why nothing was written, if so; `seen` holds them all the same.
 */
export function recordSeen(folder: string, seen: SeenLines, file: SeenFile, at: string): JournalWrite {
  const keys = [...keysOf(file).values()].filter((key) => !seen.get(key)?.has(file.path));
  addKeys(seen, file.path, keys);
  return append(folder, kind, file.path, keys, at);
}

/**
 * Takes a look back: these lines count as unseen again, in this file and wherever they move to.
 *
 * @param at ISO 8601, UTC.
 */
export function forgetSeen(folder: string, seen: SeenLines, file: SeenFile, at: string): JournalWrite {
  const places = new Map<string, string[]>();
  for (const key of keysOf(file).values())
    for (const path of seen.get(key) ?? []) places.set(path, [...(places.get(path) ?? []), key]);
  let result: JournalWrite = { written: true };
  for (const [path, keys] of places) {
    removeKeys(seen, path, keys);
    const write = append(folder, forgetKind, path, keys, at);
    if (!write.written) result = write;
  }
  return result;
}

function append(folder: string, recordKind: string, path: string, keys: readonly string[], at: string): JournalWrite {
  if (keys.length === 0) return { written: true };
  rotateJournal(folder, seenName, maxBytes);
  for (let i = 0; i < keys.length; i += keysPerRecord) {
    const write = appendRecord(folder, { kind: recordKind, at, path, lines: keys.slice(i, i + keysPerRecord) }, seenName);
    if (!write.written) return write;
  }
  return { written: true };
}

/**
 * The lines of a change that nobody has looked at.
 *
 * A line counts as seen where it was seen: in its file, under its former name, or in another file that does not have it any
 * more (a move). In another file that still has it, it is a copy, and is not seen.
 *
 * @param files All files of the change with their changed lines; deleted ones with an empty text.
 * @returns For each path the unseen lines in order, joined to ranges.
 */
export function unseenLines(seen: SeenLines, files: readonly SeenFile[]): Map<string, LineRange[]> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const whole = new Map<string, ReadonlySet<string>>();
  /** Whether the file is one of these and has no such line any more. */
  const lost = (path: string, key: string): boolean => {
    const file = byPath.get(path);
    if (!file) return false;
    const keys = whole.get(path) ?? new Set(keysOf({ ...file, lines: [{ start: 0, end: Number.POSITIVE_INFINITY }] }).values());
    whole.set(path, keys);
    return !keys.has(key);
  };
  return new Map(files.map((file) => [file.path, unseenIn(seen, file, lost)]));
}

function unseenIn(seen: SeenLines, file: SeenFile, lost: (path: string, key: string) => boolean): LineRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const [line, key] of keysOf(file)) {
    const places = seen.get(key);
    if (places && (places.has(file.path) || places.has(file.basePath ?? file.path))) continue;
    if (places && [...places].some((place) => lost(place, key))) continue;
    const last = ranges.at(-1);
    if (last?.end === line) last.end = line + 1;
    else ranges.push({ start: line, end: line + 1 });
  }
  return ranges;
}

/**
 * A key for each line of the ranges. It covers the line, how it is indented against the telling line before it, and the telling
 * lines before and after it, so that one `}` is not like another; equal lines with equal neighbours are numbered.
 */
function keysOf({ text, lines }: SeenFile): Map<number, string> {
  const all = splitLines(text);
  const before = neighbours(all, 1);
  const after = neighbours(all, -1);
  const counts = new Map<string, number>();
  const keys = new Map<number, string>();
  const ranges = joinRanges(lines);
  let range = 0;
  for (const [i, line] of all.entries()) {
    while (i >= (ranges[range]?.end ?? Number.POSITIVE_INFINITY)) range++;
    const wanted = i >= (ranges[range]?.start ?? Number.POSITIVE_INFINITY);
    const previous = before[i];
    const content = JSON.stringify([
      line.trim(),
      previous === undefined ? null : Math.sign(indent(line) - indent(all[previous] ?? "")),
      previous === undefined ? null : all[previous]?.trim(),
      after[i] === undefined ? null : all[after[i] ?? 0]?.trim(),
    ]);
    const count = (counts.get(content) ?? 0) + 1;
    counts.set(content, count);
    if (wanted) keys.set(i, createHash("sha256").update(`${count}\0${content}`).digest("base64url").slice(0, 16));
  }
  return keys;
}

/** For each line the nearest line before it (step 1) or after it (step -1) that has at least three letters or digits. */
function neighbours(lines: readonly string[], step: 1 | -1): (number | undefined)[] {
  const result: (number | undefined)[] = new Array(lines.length).fill(undefined);
  let last: number | undefined;
  for (let i = step === 1 ? 0 : lines.length - 1; i >= 0 && i < lines.length; i += step) {
    result[i] = last;
    if (/\w\W*\w\W*\w/.test(lines[i]?.slice(0, 500) ?? "")) last = i;
  }
  return result;
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

function addKeys(seen: SeenLines, path: string, keys: readonly string[]): void {
  for (const key of keys) {
    const paths = seen.get(key) ?? new Set<string>();
    seen.set(key, paths.add(path));
  }
}

function removeKeys(seen: SeenLines, path: string, keys: readonly string[]): void {
  for (const key of keys) seen.get(key)?.delete(path);
}

function keysIn({ path, lines }: JournalRecord): { path: string; keys: string[] } {
  if (typeof path !== "string" || !Array.isArray(lines)) return { path: "", keys: [] };
  return { path, keys: lines.filter((key): key is string => typeof key === "string" && /^[\w-]{16}$/.test(key)) };
}
