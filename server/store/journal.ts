/** An append-only file of JSON lines that many processes may write at once; what stands in it is data that nobody vouches for. */

import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, renameSync, writeSync } from "node:fs";
import path from "node:path";

/** One line of a journal. Everything but `kind` and `at` belongs to the kind. */
export interface JournalRecord {
  readonly kind: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly [key: string]: unknown;
}

export interface JournalContent {
  /** In the order in which they were written. */
  readonly records: readonly JournalRecord[];
  /** One sentence each: a torn last line, damaged lines, a part that was too old to be read. */
  readonly problems: readonly string[];
}

export type JournalWrite = { readonly written: true } | { readonly written: false; readonly problem: string };

/** Bytes of one record with its line end. */
export const maxRecordBytes = 256 * 1024;
/** Bytes read from the end of a journal. */
const maxReadBytes = 32 * 1024 * 1024;

export const journalName = "journal.jsonl";

/** Up to where a journal was read: the end of a whole line of one file. */
export interface JournalPosition {
  /** Tells the file from another one that took its name. */
  readonly file: string;
  /** Bytes. */
  readonly offset: number;
}

/**
 * Writes one record with one call, so that records of other processes stay whole. A torn line of an earlier crash is ended first.
 *
 * @param folder As `makeRecordFolder` gave it. @param record Secrets must be masked already.
 * @returns Why nothing was written, if so. Never throws.
 */
export function appendRecord(folder: string, record: JournalRecord, name: string = journalName): JournalWrite {
  const line = Buffer.from(`${JSON.stringify(record)}\n`, "utf8");
  if (line.length > maxRecordBytes)
    return { written: false, problem: `The record has ${line.length} bytes; the limit is ${maxRecordBytes}.` };
  let file: number | undefined;
  try {
    const flags =
      constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    file = openSync(path.join(folder, name), flags, 0o600);
    const { size, isFile } = regular(file);
    if (!isFile) return { written: false, problem: `${name} is not a regular file.` };
    const bytes = endsLine(file, size) ? line : Buffer.concat([Buffer.from("\n"), line]);
    const count = writeSync(file, bytes);
    if (count !== bytes.length)
      return { written: false, problem: `Only ${count} of ${bytes.length} bytes were written to ${name}.` };
    return { written: true };
  } catch (error) {
    return { written: false, problem: `${name} cannot be written: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** @returns What can be read; a journal that does not exist is empty. Never throws. */
export function readJournal(folder: string, name: string = journalName): JournalContent {
  let file: number | undefined;
  try {
    file = openSync(path.join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const { size, isFile } = regular(file);
    if (!isFile) return { records: [], problems: [`${name} is not a regular file.`] };
    return parse(readFrom(file, Math.max(0, size - maxReadBytes), size), size > maxReadBytes, name);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { records: [], problems: [] };
    return { records: [], problems: [`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`] };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * What was written since `from`. A last line that has no end yet is left for the next time.
 *
 * @returns `undefined` when another file stands there or what was read is gone. Never throws.
 */
export function readJournalOn(
  folder: string,
  name: string,
  from?: JournalPosition,
): { readonly records: readonly JournalRecord[]; readonly position: JournalPosition } | undefined {
  let file: number | undefined;
  try {
    file = openSync(path.join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    const offset = from?.offset ?? 0;
    const id = `${stats.dev}:${stats.ino}:${stats.birthtimeMs}`;
    if (!stats.isFile() || (from && from.file !== id) || stats.size < offset) return undefined;
    const start = Math.max(offset, stats.size - maxReadBytes);
    const bytes = readFrom(file, start, stats.size);
    const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
    const { records } = parse(whole, start > offset, name);
    return { records, position: { file: id, offset: start + whole.length } };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Starts a new file when one has grown past `maxBytes`; the old one is kept under `<name>.1` in place of an older one.
 * For what may be forgotten; the audit trail itself is never cut.
 */
export function rotateJournal(folder: string, name: string, maxBytes: number): void {
  let file: number | undefined;
  try {
    file = openSync(path.join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const { size } = regular(file);
    if (size <= maxBytes) return;
    fsyncSync(file);
    renameSync(path.join(folder, name), path.join(folder, `${name}.1`));
  } catch {
    // No file yet, or another process was faster.
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function regular(file: number): { size: number; isFile: boolean } {
  const stats = fstatSync(file);
  return { size: stats.size, isFile: stats.isFile() };
}

function endsLine(file: number, size: number): boolean {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  return readSync(file, last, 0, 1, size - 1) === 1 && last[0] === 10;
}

function readFrom(file: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(size - start);
  let got = 0;
  while (got < bytes.length) {
    const count = readSync(file, bytes, got, bytes.length - got, start + got);
    if (count === 0) break;
    got += count;
  }
  return bytes.subarray(0, got);
}

function parse(bytes: Buffer, cut: boolean, name: string): JournalContent {
  const problems: string[] = [];
  const records: JournalRecord[] = [];
  const lines = bytes.toString("utf8").split("\n");
  if (cut) {
    lines.shift();
    problems.push(`${name} is larger than ${maxReadBytes} bytes: only its end was read.`);
  }
  if (lines.pop() !== "") problems.push(`The last line of ${name} is torn and was dropped.`);
  let damaged = 0;
  for (const line of lines) {
    if (line === "") continue;
    const record = line.length > maxRecordBytes ? undefined : parseRecord(line);
    if (record) records.push(record);
    else damaged++;
  }
  if (damaged > 0)
    problems.push(`${damaged} damaged ${damaged === 1 ? "line" : "lines"} of ${name} ${damaged === 1 ? "was" : "were"} dropped.`);
  return { records, problems };
}

function parseRecord(line: string): JournalRecord | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const { kind, at, ...rest } = value as Record<string, unknown>;
    return typeof kind === "string" && typeof at === "string" ? { ...rest, kind, at } : undefined;
  } catch {
    return undefined;
  }
}
