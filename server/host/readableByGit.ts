/** Finds what git would wait for without end: it opens its own files and those of the work tree whatever they are. */

import { readFileSync, realpathSync, statSync } from "node:fs";
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

/**
 * @param gitDir Its folder; of a linked worktree or a submodule the file that names it.
 * @returns The first file of the repository that is a pipe, a socket or a device, relative to `root` where it lies there.
 */
export function unreadableByGit(root: string, gitDir: string): string | undefined {
  const own = namedIn(gitDir, /^gitdir: (.+)/) ?? gitDir;
  const common = isEndless(path.join(own, "commondir")) ? undefined : namedIn(path.join(own, "commondir"), /^(.+)/);
  const folders = common === undefined ? [own] : [own, common];
  const files = folders.flatMap((folder) => inGitFolder.map((name) => path.join(folder, name)));
  files.push(...inWorkTree.map((name) => path.join(root, name)));
  const found = files.find(isEndless);
  const inside = found && path.relative(root, found);
  return inside?.startsWith("..") ? found : inside;
}

/** The folder that a small file names. */
function namedIn(file: string, line: RegExp): string | undefined {
  try {
    if (!statSync(file).isFile()) return undefined;
    const named = line.exec(readFileSync(file, "utf8"))?.[1];
    return named && path.resolve(path.dirname(file), named.trim());
  } catch {
    return undefined;
  }
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
