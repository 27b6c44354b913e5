/** Lists the files below a folder: what git would not ignore, or everything but node_modules and .git. */

import { type Dirent, lstatSync, realpathSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { NotReviewed } from "../engine/findings/finding.ts";
import { findRepository, type Repository } from "./git.ts";
import { firstLine, splitPaths } from "./gitIndex.ts";
import { statsOf } from "./statsOf.ts";
import { codeOf, messageOf, UserError } from "./userError.ts";

export interface WalkResult {
  /** Relative to the folder, with `/`, in order of code units. Regular files only. */
  readonly files: readonly string[];
  /** Links, submodules, folders that cannot be read, folders that are left out. */
  readonly notReviewed: readonly NotReviewed[];
  /** Whether git's ignore files were respected. */
  readonly fromGit: boolean;
}

const leftOut: ReadonlySet<string> = new Set(["node_modules"]);

/**
 * @param dir A folder. Of a repository's: its tracked files and those that are not ignored. A named folder that git ignores as a whole is walked without git.
 * @throws UserError when there is no such folder.
 */
export async function walkFiles(dir: string): Promise<WalkResult> {
  const folder = path.resolve(dir);
  requireFolder(folder);
  const lookup = await findRepository(folder);
  if (lookup.kind === "found" && !lookup.repository.bare) {
    const listed = await listWithGit(lookup.repository, folder);
    if (listed) return listed;
  }
  const result = await walkWithoutGit(folder);
  if (lookup.kind !== "no git" && lookup.kind !== "refused") return result;
  const detail = `git's ignore files were not respected: ${lookup.detail}`;
  return { ...result, notReviewed: [...result.notReviewed, { reason: "not checked", detail }] };
}

/** Follows a link: a person may name one. @throws UserError when it is missing or not a folder. */
export function requireFolder(folder: string): void {
  const stats = statsOf(folder);
  if (!stats) throw new UserError(`There is no folder ${folder}.`);
  if (!stats.isDirectory()) throw new UserError(`${folder} is not a folder.`);
}

async function listWithGit(repository: Repository, folder: string): Promise<WalkResult | undefined> {
  const below = relativeTo(repository.root, folder) ?? relativeTo(repository.root, realpathSync(folder));
  if (below === undefined) return undefined;
  if (below !== "" && (await repository.git(["check-ignore", "-q", "--no-index", "--", `./${below}`])).code === 0)
    return undefined;
  const notes: NotReviewed[] = [];
  const listed = await Promise.all([listTracked(repository, below, notes), listUntracked(repository, below, notes)]);
  const notReviewed = notes.map((note) => ({ ...note, path: nameBelow(note.path ?? "", below) }));
  const files: string[] = [];
  const known = new Set(notReviewed.map((note) => note.path));
  const packages = new Set<string>();
  for (const file of [...new Set(listed.flat())].sort(byCodeUnit)) {
    const name = nameBelow(file, below).replace(/\/$/, "");
    const folder = leftOutFolder(name);
    const kind = folder === undefined ? kindOf(path.join(repository.root, file)) : undefined;
    if (folder !== undefined) packages.add(folder);
    else if (kind === "file") files.push(name);
    else if (kind !== undefined) notReviewed.push({ path: name, ...whyNot[kind] });
  }
  for (const folder of packages) if (!known.has(folder)) notReviewed.push({ ...leftOutNote(folder), path: folder });
  return { files, notReviewed, fromGit: true };
}

/**
 * Names of the files that are neither tracked nor ignored, in git's order. A repository inside ends with `/`.
 *
 * @param below Folder relative to the root; all when empty.
 * @param notReviewed Takes folders that cannot be opened and installed packages, which are left out.
 * @throws UserError when git fails.
 */
export async function listUntracked(repository: Repository, below: string, notReviewed: NotReviewed[]): Promise<string[]> {
  const place = below === "" ? [] : [below];
  const { code, stdout, stderr } = await repository.git(["ls-files", "--others", "--exclude-standard", "-z", "--", ...place]);
  if (code !== 0) throw new UserError(`git cannot list the untracked files: ${firstLine(stderr)}`);
  for (const [, folder = "", why = ""] of stderr.matchAll(/could not open directory '(.*?)\/?': (.*)/g))
    notReviewed.push({ path: folder, reason: "unreadable", detail: `The folder cannot be opened: ${why}.` });
  const untracked: string[] = [];
  const folders = new Set<string>();
  for (const file of splitPaths(stdout, notReviewed)) {
    const folder = leftOutFolder(nameBelow(file, below));
    if (folder === undefined) untracked.push(file);
    else folders.add(below === "" ? folder : `${below}/${folder}`);
  }
  for (const folder of folders)
    notReviewed.push({ path: folder, reason: "not checked", detail: "Installed packages are left out." });
  return untracked;
}

async function listTracked(repository: Repository, below: string, notReviewed: NotReviewed[]): Promise<string[]> {
  const { code, stdout, stderr } = await repository.git(["ls-files", "--cached", "-z", "--", ...(below === "" ? [] : [below])]);
  if (code !== 0) throw new UserError(`git cannot read the index: ${firstLine(stderr)}`);
  return splitPaths(stdout, notReviewed);
}

function nameBelow(file: string, below: string): string {
  return below === "" ? file : file.slice(below.length + 1);
}

function leftOutNote(folder: string): NotReviewed {
  return { path: folder, reason: "not checked", detail: "Installed packages are left out." };
}

/** "a/node_modules" for "a/node_modules/b/c.js". */
function leftOutFolder(file: string): string | undefined {
  const parts = file.split("/");
  const at = parts.findIndex((part, i) => i < parts.length - 1 && leftOut.has(part));
  return at < 0 ? undefined : parts.slice(0, at + 1).join("/");
}

const whyNot = {
  link: { reason: "symbolic link", detail: "It is a symbolic link; links are not followed." },
  folder: { reason: "submodule", detail: "It is a repository of its own; review it there." },
  other: { reason: "unreadable", detail: "It is not a regular file." },
  denied: { reason: "unreadable", detail: "Permission denied." },
} as const;

/** Undefined when nothing is there any more. */
function kindOf(file: string): "file" | keyof typeof whyNot | undefined {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (stats.isFile()) return "file";
    if (stats.isSymbolicLink()) return "link";
    return stats.isDirectory() ? "folder" : "other";
  } catch (error) {
    return codeOf(error) === "ENOTDIR" ? undefined : "denied";
  }
}

async function walkWithoutGit(root: string): Promise<WalkResult> {
  const files: string[] = [];
  const notReviewed: NotReviewed[] = [];
  const folders = [""];
  for (let below = folders.pop(); below !== undefined; below = folders.pop()) {
    for (const entry of await entriesOf(root, below, notReviewed)) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.name === ".git") continue;
      if (entry.isDirectory()) {
        if (leftOut.has(entry.name))
          notReviewed.push({ path: name, reason: "not checked", detail: "Installed packages are left out." });
        else folders.push(name);
      } else if (entry.isFile()) files.push(name);
      else notReviewed.push({ path: name, ...(entry.isSymbolicLink() ? whyNot.link : whyNot.other) });
    }
  }
  files.sort(byCodeUnit);
  return { files, notReviewed, fromGit: false };
}

async function entriesOf(root: string, below: string, notReviewed: NotReviewed[]): Promise<Dirent[]> {
  try {
    return await readdir(path.join(root, below), { withFileTypes: true });
  } catch (error) {
    const detail = codeOf(error) === "EACCES" ? "The folder cannot be opened: Permission denied." : messageOf(error);
    notReviewed.push({ path: below, reason: "unreadable", detail });
    return [];
  }
}

/** @returns `folder` relative to `root` with `/`; empty for the root itself; undefined when it lies outside. */
export function relativeTo(root: string, folder: string): string | undefined {
  const relative = path.relative(root, folder);
  if (relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return undefined;
  return relative.split(path.sep).join("/");
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
