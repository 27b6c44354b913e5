/** Finds what git would wait for without end: it opens its own files and those of the work tree whatever they are. */

import { realpathSync, statSync } from "node:fs";
import path from "node:path";

/** What git reads as soon as it is asked anything. */
const inGitFolder = [
  "HEAD",
  "commondir",
  "config",
  "config.worktree",
  "index",
  "info/attributes",
  "info/exclude",
  "info/grafts",
  "info/sparse-checkout",
  "objects/info/alternates",
  "packed-refs",
  "shallow",
];
const inWorkTree = [".gitattributes", ".gitignore", ".gitmodules"];

/** @returns The first file of the repository that is a pipe, a socket or a device, relative to `root` where it lies there. */
export function unreadableByGit(root: string, gitDir: string): string | undefined {
  const files = [...inGitFolder.map((name) => path.join(gitDir, name)), ...inWorkTree.map((name) => path.join(root, name))];
  const found = files.find(isEndless);
  const inside = found && path.relative(root, found);
  return inside?.startsWith("..") ? found : inside;
}

/** A link to `/dev/null` is how people say that there is nothing. */
export function isEndless(file: string): boolean {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats || stats.isFile() || stats.isDirectory()) return false;
    return realpathSync(file) !== "/dev/null";
  } catch {
    return false;
  }
}
