/** Finds the git program on the PATH without ever taking one that the reviewed folder brings along. */

import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/**
 * @param dir The folder under review: programs below it are never taken, nor those of any `node_modules/.bin`.
 * @returns Absolute path, or undefined when there is none.
 */
export function findGit(environment: NodeJS.ProcessEnv, dir: string): string | undefined {
  const name = process.platform === "win32" ? "git.exe" : "git";
  for (const folder of safePath(environment, dir)) {
    const file = path.join(folder, name);
    if (isProgram(file)) return file;
  }
  return undefined;
}

/** The PATH without relative entries (they would mean the reviewed folder) and without entries below `dir`. */
export function safePath(environment: NodeJS.ProcessEnv, dir: string): string[] {
  const value = environment.PATH ?? environment.Path ?? "";
  const inside = path.resolve(dir) + path.sep;
  return value.split(path.delimiter).filter((entry) => {
    if (!path.isAbsolute(entry)) return false;
    const folder = path.resolve(entry) + path.sep;
    return !folder.startsWith(inside) && !folder.includes(`${path.sep}node_modules${path.sep}`);
  });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
