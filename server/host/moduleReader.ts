/** Reads the files that an analysed file imports: inside of the root only, never through a link, never past the limit. */

import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from "node:fs";
import path from "node:path";
import type { SourceFile } from "../engine/analyze.ts";
import type { ReadText } from "../engine/modules/resolveModule.ts";
import { decodeText } from "./files.ts";

/** Where the imports of a file are read. */
export interface ImportView {
  /** Absolute folder; absent where the texts are all there is. */
  readonly root?: string;
  /** Texts by path relative to the root; `null`: there is no such file, whatever the folder says. */
  readonly texts?: Readonly<Record<string, string | null>>;
  /** Nothing is expected to change while the program runs: a file that was looked for once is not looked for again. */
  readonly still?: true;
}

/** A file with what it imports; without it the file is looked at alone. */
export interface ProjectSource extends SourceFile {
  readonly imports?: ImportView;
}

/** Bytes. */
const largestModule = 1_000_000;
const leftOut = /(^|\/)(node_modules|\.git|\.linewarden)(\/|$)/;
const mostKept = 500;

interface Known {
  readonly modified: number;
  readonly size: number;
  readonly text: string | undefined;
}

/**
 * Keeps texts as long as the file's time and size stay the same, so a module is read once per change.
 *
 * @param open Texts of open documents by absolute path: they count before what is on disk.
 */
export function createModuleReader(open: ReadonlyMap<string, string>): (view: ImportView | undefined) => ReadText | undefined {
  const known = new Map<string, Known>();
  const absent = new Set<string>();
  const readDisk = (root: string, relative: string, still: boolean): string | undefined => {
    if (leftOut.test(relative)) return undefined;
    const file = path.join(root, relative);
    if (still && absent.has(file)) return undefined;
    const kept = still ? known.get(file) : undefined;
    if (kept) return kept.text;
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > largestModule) {
      if (still) absent.add(file);
      return undefined;
    }
    const before = known.get(file);
    if (before?.modified === stats.mtimeMs && before.size === stats.size) return before.text;
    // A folder on the way may be a link as well.
    const text = isBelow(realpathSync(root), realpathSync(file), relative) ? readText(file) : undefined;
    if (known.size >= mostKept) known.clear();
    known.set(file, { modified: stats.mtimeMs, size: stats.size, text });
    return text;
  };
  const unchanging = new Map<string, ReadText>();
  return (view) => {
    if (!view) return undefined;
    const { root, texts, still = false } = view;
    const before = still && !texts && root !== undefined ? unchanging.get(root) : undefined;
    if (before) return before;
    const read = (relative: string): string | undefined => {
      const given = texts && Object.hasOwn(texts, relative) ? texts[relative] : undefined;
      if (given !== undefined) return given ?? undefined;
      if (root === undefined) return undefined;
      try {
        return open.get(path.join(root, relative)) ?? readDisk(root, relative, still);
      } catch {
        return undefined;
      }
    };
    if (!still || texts || root === undefined) return read;
    const always = Object.assign(read, { still });
    unchanging.set(root, always);
    return always;
  };
}

function isBelow(root: string, file: string, relative: string): boolean {
  return path.relative(root, file).split(path.sep).join("/") === relative;
}

function readText(file: string): string | undefined {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile() || stats.size > largestModule) return undefined;
    const bytes = Buffer.alloc(stats.size);
    const length = readSync(handle, bytes, 0, stats.size, 0);
    const decoded = decodeText(bytes.subarray(0, length));
    return "unread" in decoded ? undefined : decoded.text;
  } finally {
    closeSync(handle);
  }
}
