/** Paths as a person can paste them. */

import path from "node:path";

/** Relative to the current folder where it lies below it, else absolute: what a person can paste. */
export function displayPath(root: string, file: string, cwd: string): string {
  const absolute = path.join(root, file);
  const relative = path.relative(cwd, absolute);
  const outside = relative === "" || relative.startsWith("..") || path.isAbsolute(relative);
  return outside ? absolute : relative.split(path.sep).join("/");
}

/** Single quotes are understood by every POSIX shell; names without special characters stay as they are. */
export function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
