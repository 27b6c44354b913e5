/** The base of folders without git: their texts when they were first opened, kept in the editor's storage where it names one. */

import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { takeSnapshot } from "../host/readChange.ts";

export interface Snapshots {
  /** Takes the snapshot with the first call for a folder. */
  of(dir: string, maxBytes: number): Promise<ReadonlyMap<string, string>>;
}

/** @param storagePath Without it a snapshot lives as long as the server. */
export function createSnapshots(storagePath: string | undefined): Snapshots {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>();

  const load = async (dir: string, maxBytes: number): Promise<ReadonlyMap<string, string>> => {
    const file =
      storagePath && join(storagePath, "snapshots", `${createHash("sha256").update(dir).digest("hex").slice(0, 32)}.json`);
    const stored = file ? await readStored(file) : undefined;
    if (stored) return stored;
    const taken = await takeSnapshot(dir, maxBytes);
    // Storage that cannot be written costs the snapshot's next life, not this one.
    if (file) await store(file, taken).catch(() => {});
    return taken;
  };
  return {
    of(dir, maxBytes) {
      const promise = known.get(dir) ?? load(dir, maxBytes);
      known.set(dir, promise);
      return promise;
    },
  };
}

async function readStored(file: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof value !== "object" || value === null) return undefined;
    return new Map(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return undefined;
  }
}

async function store(file: string, texts: ReadonlyMap<string, string>): Promise<void> {
  // Whole texts, secrets among them: for the owner's eyes only, as the folder's own files are.
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.${process.pid}`, JSON.stringify(Object.fromEntries(texts)), { mode: 0o600 });
  await rename(`${file}.${process.pid}`, file);
}
