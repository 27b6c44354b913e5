/** Converts between the editor's URIs and paths of this machine. */

import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { URI } from "vscode-uri";

/** @returns The path of a `file:` URI; `undefined` for every other scheme. */
export function pathOfUri(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri);
    return parsed.scheme === "file" ? parsed.fsPath : undefined;
  } catch {
    return undefined;
  }
}

/** One spelling for each URI, for use as a key: editors differ in what they escape (`c%3A` and `c:`). */
export function normalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

export function uriOfPath(path: string): string {
  return URI.file(path).toString();
}

/** @returns `path` relative to `dir` with `/`; `undefined` when it does not lie inside. */
export function pathWithin(dir: string, path: string): string | undefined {
  const inside = relative(dir, path);
  if (inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || /^[A-Za-z]:/.test(inside)) return undefined;
  return sep === "\\" ? inside.replaceAll("\\", "/") : inside;
}

/** @returns The nearest folder from `dir` up to and with `top` that is the top of a work tree; `top` when there is none. */
export function nearestWorkTree(dir: string, top: string): string {
  for (let folder = dir; folder !== top && pathWithin(top, folder) !== undefined; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
  }
  return top;
}

/** The last part of a URI's path, for people. */
export function nameOfUri(uri: string): string {
  return (
    URI.parse(uri)
      .path.split("/")
      .filter((part) => part !== "")
      .at(-1) ?? uri
  );
}
