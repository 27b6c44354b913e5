/** A file in the user's cache folder that keeps what was found out of contents; it is never needed for a result. */

import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { makeFolder } from "./makeFolder.ts";

export interface ContentCache<T> {
  /** `undefined`: not known. */
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  /** Writes what was asked for or put in since the cache was opened, when that is another set than before. Never throws. */
  save(): void;
}

/** Bytes. */
const largest = 20_000_000;
/** Milliseconds: what nothing has written for 30 days is of a folder that nobody works in. */
const oldest = 30 * 24 * 60 * 60 * 1000;

/**
 * @param file Absolute.
 * @param reader Names the program and all that its answers depend on beside the key: what another one wrote counts as unknown.
 * @param isEntry Of JSON from the file; the rest counts as unknown.
 * @returns Never throws: a cache that cannot be read is an empty one.
 */
export function openContentCache<T>(file: string, reader: string, isEntry: (value: unknown) => value is T): ContentCache<T> {
  const known = readEntries(file, reader, isEntry);
  const used = new Map<string, T>();
  let changed = false;
  return {
    get(key) {
      const found = used.has(key) ? used.get(key) : known.get(key);
      if (found !== undefined) used.set(key, found);
      return found;
    },
    put(key, value) {
      used.set(key, value);
      changed = true;
    },
    save() {
      if (changed || used.size !== known.size) writeEntries(file, reader, used);
    },
  };
}

/** SHA-256, shortened to 160 bits, in hex. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 40);
}

function readEntries<T>(file: string, reader: string, isEntry: (value: unknown) => value is T): Map<string, T> {
  try {
    const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const stats = fstatSync(handle);
      if (!stats.isFile() || stats.size > largest) return new Map();
      const text = readFileSync(handle, "utf8");
      const end = text.indexOf("\n");
      const body = text.slice(end + 1);
      if (text.slice(0, Math.max(0, end)) !== headOf(reader, body)) return new Map();
      const entries = Object.entries(JSON.parse(body) as Record<string, unknown>);
      return new Map(entries.filter((entry): entry is [string, T] => isEntry(entry[1])));
    } finally {
      closeSync(handle);
    }
  } catch {
    return new Map();
  }
}

/** The first line: what wrote the rest, and that it is whole. */
function headOf(reader: string, body: string): string {
  return `${reader} ${digest(body)}`;
}

/** Under another name first, so that two runs at once leave one whole file. */
function writeEntries(file: string, reader: string, entries: ReadonlyMap<string, unknown>): void {
  const fresh = `${file}.${process.pid}.tmp`;
  const body = JSON.stringify(Object.fromEntries(entries));
  const text = `${headOf(reader, body)}\n${body}`;
  // It would not be read again.
  if (Buffer.byteLength(text) > largest) return;
  try {
    makeFolder(path.dirname(file), 0o700);
    try {
      writeFileSync(fresh, text, { mode: 0o600, flag: "wx" });
      renameSync(fresh, file);
      removeOld(path.dirname(file), Date.now() - oldest);
    } catch {
      rmSync(fresh, { force: true });
    }
  } catch {
    // Without a cache the next run takes as long as this one.
  }
}

/** Only what this program names so: caches of other folders, and what a run left that was ended while it wrote. */
function removeOld(folder: string, before: number): void {
  for (const name of readdirSync(folder)) {
    if (!/^[0-9a-f]{40}\.json(?:\.\d+\.tmp)?$/.test(name)) continue;
    const found = path.join(folder, name);
    const stats = lstatSync(found, { throwIfNoEntry: false });
    if (stats?.isFile() && stats.mtimeMs < before) rmSync(found, { force: true });
  }
}
