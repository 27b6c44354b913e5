/** Finds which files of the work tree differ from the index and reads them, without git looking at the work tree. */

import { createHash } from "node:crypto";
import { type BigIntStats, constants, createReadStream, lstatSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import type { NotReviewed } from "../engine/findings/finding.ts";
import { readBytes } from "./files.ts";
import type { Repository } from "./git.ts";
import { executableMode, fileMode, type IndexEntry, type IndexStat, linkMode, submoduleMode, type TreeSide } from "./gitIndex.ts";
import { readAttributes, type StoreAttributes, storedAs } from "./storedForm.ts";
import { codeOf } from "./userError.ts";

/** One side of a change, with its content where that is not a blob. */
export interface Side extends TreeSide {
  readonly bytes?: Buffer;
  readonly unread?: Pick<NotReviewed, "reason" | "detail">;
  /** Name of a filter of git's that was not run, where that may be the only difference. */
  readonly filter?: string;
}

/** A path to look at on disk. `oids`: what it may be equal to, the index's first. */
export interface Expected {
  readonly path: string;
  readonly oids: readonly string[];
  readonly entry?: IndexEntry;
}

export interface WorkTreeReader {
  readonly repository: Repository;
  readonly maxBytes: number;
  /** Modification time of the index in nanoseconds: a file as new as that may have changed unseen. */
  readonly indexTime: bigint;
  /** Whether the executable bit of the file system means anything. */
  readonly trustsMode: boolean;
}

/** Files looked at between two turns of the event loop: synchronous calls are several times as fast. */
const filesPerTurn = 200;
const readsAtOnce = 16;

/** @returns For each path what stands on disk; undefined where nothing does. Files that equal the index are not read. */
export async function readWorkTree(
  reader: WorkTreeReader,
  expected: readonly Expected[],
): Promise<Map<string, Side | undefined>> {
  const sides = new Map<string, Side | undefined>();
  const toRead: { expected: Expected; mode: string; size: number }[] = [];
  const folders = new Map<string, boolean>();
  for (const [i, item] of expected.entries()) {
    if (i % filesPerTurn === filesPerTurn - 1) await new Promise((resolve) => setImmediate(resolve));
    const found = look(reader, item, folders);
    if (found === "missing") sides.set(item.path, item.entry?.skipWorktree ? sideOf(item.entry) : undefined);
    else if ("size" in found) toRead.push({ expected: item, ...found });
    else sides.set(item.path, found);
  }
  const contents = new Map<string, Side>();
  await inParallel(toRead, readsAtOnce, async ({ expected: item, mode, size }) => {
    contents.set(item.path, await readSide(reader, item, mode, size));
  });
  const differing = toRead
    .filter(({ expected: item }) => isOther(contents.get(item.path), item.oids))
    .map((item) => item.expected);
  const attributes = await readAttributes(
    reader.repository,
    differing.map((item) => item.path),
  );
  for (const { expected: item } of toRead) {
    const side = contents.get(item.path);
    if (side) sides.set(item.path, withStoredForm(side, item.oids, attributes.get(item.path)));
  }
  return sides;
}

function sideOf({ mode, oid }: IndexEntry): Side {
  return { mode, oid };
}

function isOther(side: Side | undefined, oids: readonly string[]): boolean {
  return side?.bytes !== undefined && oids.length > 0 && !oids.includes(side.oid);
}

function withStoredForm(side: Side, oids: readonly string[], attributes: StoreAttributes | undefined): Side {
  if (!attributes || !side.bytes) return side;
  const oid = storedAs(side.bytes, attributes, oids);
  const { filter } = attributes;
  return { ...side, oid, ...(filter === undefined || oids.includes(oid) ? {} : { filter }) };
}

/** What can be said without reading: missing, equal to the index, not a file; or the mode and size of a file to read. */
function look(
  reader: WorkTreeReader,
  item: Expected,
  folders: Map<string, boolean>,
): Side | "missing" | { mode: string; size: number } {
  const { repository } = reader;
  if (!isBelowRealFolders(repository.root, item.path, folders)) return "missing";
  const file = path.join(repository.root, item.path);
  let stats: BigIntStats | undefined;
  try {
    stats = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return "missing";
    return unreadable(item, "Permission denied.");
  }
  if (!stats) return "missing";
  if (item.entry?.mode === submoduleMode && stats.isDirectory()) return submodule(item, file);
  if (stats.isSymbolicLink()) return link(reader, item, stats);
  if (stats.isDirectory()) return "missing";
  if (!stats.isFile()) return unreadable(item, "It is not a regular file.");
  const mode = modeOf(reader, item, stats);
  if (item.entry?.stat && isUnchanged(item.entry.stat, stats, reader.indexTime)) return { mode, oid: item.entry.oid };
  return { mode, size: Number(stats.size) };
}

function unreadable(item: Expected, detail: string): Side {
  return { mode: item.entry?.mode ?? fileMode, oid: "", unread: { reason: "unreadable", detail } };
}

function modeOf(reader: WorkTreeReader, item: Expected, stats: BigIntStats): string {
  const known = item.entry?.mode;
  if (!reader.trustsMode) return known === fileMode || known === executableMode ? known : fileMode;
  return (stats.mode & BigInt(constants.S_IXUSR)) !== 0n ? executableMode : fileMode;
}

/** A link's blob is its target. It is never followed. */
function link(reader: WorkTreeReader, item: Expected, stats: BigIntStats): Side {
  const entry = item.entry;
  const same = entry?.mode === linkMode && entry.stat && isUnchanged(entry.stat, stats, reader.indexTime);
  const oid = same ? entry.oid : storedAs(linkTarget(path.join(reader.repository.root, item.path)), undefined, item.oids);
  return { mode: linkMode, oid };
}

function linkTarget(file: string): Buffer {
  try {
    return readlinkSync(file, { encoding: "buffer" });
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * The commit that a submodule has checked out, read from its files: asking git there would read the submodule's configuration.
 * The index's where it cannot be told.
 */
function submodule(item: Expected, folder: string): Side {
  const recorded = item.entry?.oid ?? "";
  try {
    const pointer = /^gitdir: (.*)$/m.exec(readSmall(path.join(folder, ".git")));
    const gitDir = path.resolve(folder, pointer?.[1] ?? ".git");
    const head = readSmall(path.join(gitDir, "HEAD")).trim();
    const ref = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
    const oid = ref && !ref.includes("..") ? readSmall(path.join(gitDir, ref)).trim() : head;
    return { mode: submoduleMode, oid: /^[0-9a-f]{40,64}$/.test(oid) ? oid : recorded };
  } catch {
    return { mode: submoduleMode, oid: recorded };
  }
}

function readSmall(file: string): string {
  const stats = lstatSync(file);
  return stats.isFile() && stats.size < 65_536 ? readFileSync(file, "utf8") : "";
}

/** False when a folder on the way is a link: then the file is not part of the work tree any more. */
function isBelowRealFolders(root: string, file: string, known: Map<string, boolean>): boolean {
  const folder = path.posix.dirname(file);
  if (folder === ".") return true;
  const cached = known.get(folder);
  if (cached !== undefined) return cached;
  const answer = isBelowRealFolders(root, folder, known) && isRealFolder(path.join(root, folder));
  known.set(folder, answer);
  return answer;
}

function isRealFolder(folder: string): boolean {
  try {
    return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch (error) {
    // Without the right to look, the files below say so themselves.
    return codeOf(error) === "EACCES";
  }
}

/** git's own test. A file that was written in the same instant as the index is read again, as git does. */
function isUnchanged(known: IndexStat, stats: BigIntStats, indexTime: bigint): boolean {
  const time = ([seconds, nanoseconds]: readonly [number, number], actual: bigint): boolean =>
    BigInt(seconds) === BigInt.asUintN(32, actual / 1_000_000_000n) &&
    (nanoseconds === 0 || BigInt(nanoseconds) === actual % 1_000_000_000n);
  const precise = known.mtime[1] !== 0;
  const newest = precise ? indexTime : (indexTime / 1_000_000_000n) * 1_000_000_000n;
  return (
    BigInt(known.size) === BigInt.asUintN(32, stats.size) &&
    time(known.mtime, stats.mtimeNs) &&
    (process.platform === "win32" || time(known.ctime, stats.ctimeNs)) &&
    (known.inode === 0 || process.platform === "win32" || BigInt(known.inode) === BigInt.asUintN(32, stats.ino)) &&
    stats.mtimeNs < newest
  );
}

async function readSide(reader: WorkTreeReader, item: Expected, mode: string, size: number): Promise<Side> {
  const file = path.join(reader.repository.root, item.path);
  const read = await readBytes(file, reader.maxBytes);
  if (!("unread" in read)) return { mode, oid: storedAs(read.bytes, undefined, item.oids), bytes: read.bytes };
  if (read.unread.reason !== "too large") return { mode, oid: "", unread: read.unread };
  const known = item.oids[0];
  const oid = known === undefined ? "" : await hashLarge(file, size, known.length === 64 ? "sha256" : "sha1");
  return { mode, oid, unread: read.unread };
}

/** Id of a file that is too large to keep. Empty when it cannot be read or grows meanwhile. */
function hashLarge(file: string, size: number, algorithm: string): Promise<string> {
  return new Promise((resolve) => {
    const hash = createHash(algorithm).update(`blob ${size}\0`);
    createReadStream(file, { flags: "r" })
      .on("data", (chunk) => hash.update(chunk))
      .on("error", () => resolve(""))
      .on("end", () => resolve(hash.digest("hex")));
  });
}

/** Runs `work` on every item, at most `limit` at once. Rejects with the first failure. */
export async function inParallel<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
