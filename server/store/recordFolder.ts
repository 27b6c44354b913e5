/** The folder that holds a repository's own record; never one that a link leads out to. */

import { createHash } from "node:crypto";
import { chmodSync, lstatSync, realpathSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "./makeFolder.ts";

/** Where the record is kept. */
export type RecordPlace =
  /** The repository's common folder: linked work trees share one record. */
  | { readonly commonDir: string }
  /** The editor's storage for folders without git; `folder` tells the reviewed folders apart. */
  | { readonly storage: string; readonly folder: string };

export type RecordFolder = { readonly path: string } | { readonly problem: string };

const name = "linewarden";

/**
 * Finds the folder without making it, as everything that only reads must.
 *
 * @returns Its path, also when it does not exist yet; or why it must not be used.
 */
export function findRecordFolder(place: RecordPlace): RecordFolder {
  const folder = "commonDir" in place ? path.join(place.commonDir, name) : path.join(place.storage, keyOf(place.folder));
  try {
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink())
      return { problem: `${folder} is a symbolic link. The record is not followed out of the repository.` };
    if (stats && !stats.isDirectory()) return { problem: `${folder} is not a folder.` };
    return { path: folder };
  } catch (error) {
    return { problem: `${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** As findRecordFolder, and makes the folder so that only its owner can read it. Never throws. */
export function makeRecordFolder(place: RecordPlace): RecordFolder {
  const found = findRecordFolder(place);
  if ("problem" in found) return found;
  try {
    makeFolder(found.path, 0o700);
    // The mode of mkdir is cut by the umask, and an older folder may be open to others.
    if (process.platform !== "win32" && (lstatSync(found.path).mode & 0o077) !== 0) chmodSync(found.path, 0o700);
    return findRecordFolder(place);
  } catch (error) {
    return { problem: `${found.path} cannot be made: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A file name for a folder's path: readable at its end, distinct by a hash. */
function keyOf(folder: string): string {
  const full = realOf(path.resolve(folder));
  const hash = createHash("sha256").update(full).digest("hex").slice(0, 16);
  const base = path
    .basename(full)
    .replace(/[^\w.-]/g, "_")
    .slice(0, 40);
  return `${base}-${hash}`;
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
