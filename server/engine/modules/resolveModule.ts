/** Which file of the project an import means. Pure: it asks for texts by path and never looks anywhere else. */

import type { LanguageId } from "../tree/rawTree.ts";

/** The text of a file, by its path relative to the root with `/`; `undefined` for what is not there or may not be read. */
export interface ReadText {
  (path: string): string | undefined;
  /** Its answers stay the same, so what was found out with it holds as long as it is used. */
  readonly still?: boolean;
}

const endings = [".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts"];

/** @returns The path; `undefined` for a library, or a file that is not there. */
export function resolveModule(specifier: string, from: string, language: LanguageId, read: ReadText): string | undefined {
  if (language === "python") return resolvePython(specifier, folderOf(from), read);
  if (/^\.\.?(\/|$)/.test(specifier)) return fileAt(joinPath(folderOf(from), specifier), read);
  return aliased(specifier, folderOf(from), read) ?? ofWorkspace(specifier, read);
}

/** `a/b`, with the endings that may be left out, as a folder with an index, or with `.js` for what is written in TypeScript. */
function fileAt(path: string | undefined, read: ReadText): string | undefined {
  if (path === undefined) return undefined;
  const written = path.replace(/\.([mc]?)jsx?$/, ".$1ts");
  const candidates = [
    ...(/\.[mc]?[jt]sx?$/.test(path) ? [path, written, `${written}x`] : /\.(?:vue|svelte)$/.test(path) ? [path] : []),
    ...endings.map((ending) => path + ending),
    ...endings.map((ending) => (path === "" ? `index${ending}` : `${path}/index${ending}`)),
  ];
  return candidates.find((candidate) => read(candidate) !== undefined);
}

/** `compilerOptions.paths` and `baseUrl` of the nearest `tsconfig.json` or `jsconfig.json`. */
function aliased(specifier: string, folder: string, read: ReadText): string | undefined {
  for (const above of foldersAbove(folder))
    for (const name of ["tsconfig.json", "jsconfig.json"]) {
      const options = compilerOptions(joinPath(above, name) ?? name, read, 3);
      if (!options) continue;
      for (const target of targetsOf(specifier, options.paths)) {
        const found = fileAt(joinPath(options.base, target), read);
        if (found !== undefined) return found;
      }
      return options.hasBase ? fileAt(joinPath(options.base, specifier), read) : undefined;
    }
  return undefined;
}

interface CompilerOptions {
  /** The folder that the paths are relative to. */
  readonly base: string;
  readonly hasBase: boolean;
  readonly paths: Readonly<Record<string, unknown>>;
}

function compilerOptions(path: string, read: ReadText, depth: number): CompilerOptions | undefined {
  const config = depth > 0 ? readJson(path, read) : undefined;
  if (!config) return undefined;
  const own = isRecord(config.compilerOptions) ? config.compilerOptions : {};
  const parent = typeof config.extends === "string" && config.extends.startsWith(".") ? config.extends : undefined;
  const above = parent && joinPath(folderOf(path), parent.endsWith(".json") ? parent : `${parent}.json`);
  const inherited = above ? compilerOptions(above, read, depth - 1) : undefined;
  const hasBase = typeof own.baseUrl === "string";
  const base = hasBase ? joinPath(folderOf(path), String(own.baseUrl)) : isRecord(own.paths) ? folderOf(path) : undefined;
  return {
    base: base ?? inherited?.base ?? folderOf(path),
    hasBase: hasBase || (inherited?.hasBase ?? false),
    paths: isRecord(own.paths) ? own.paths : (inherited?.paths ?? {}),
  };
}

function targetsOf(specifier: string, paths: CompilerOptions["paths"]): string[] {
  const found: string[] = [];
  for (const [pattern, targets] of Object.entries(paths)) {
    if (!Array.isArray(targets)) continue;
    const star = pattern.indexOf("*");
    const [start, end] = star < 0 ? [pattern, ""] : [pattern.slice(0, star), pattern.slice(star + 1)];
    const fits = star < 0 ? specifier === pattern : specifier.startsWith(start) && specifier.endsWith(end);
    if (!fits || specifier.length < start.length + end.length) continue;
    const middle = specifier.slice(start.length, specifier.length - end.length);
    for (const target of targets) if (typeof target === "string") found.push(target.replace("*", () => middle));
  }
  return found;
}

/** A package of the repository's own: its folder has the package's last name, in one of the folders that `workspaces` lists. */
function ofWorkspace(specifier: string, read: ReadText): string | undefined {
  const root = readJson("package.json", read);
  const listed = root && (isRecord(root.workspaces) ? root.workspaces.packages : root.workspaces);
  if (!Array.isArray(listed)) return undefined;
  const [, name, inside] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  for (const pattern of listed) {
    if (typeof pattern !== "string") continue;
    const folder = pattern.replace(/^\.\//, "").replace(/\/?\*+$/, `/${name.split("/").at(-1)}`);
    const manifest = readJson(`${folder}/package.json`, read);
    if (manifest?.name !== name) continue;
    if (inside !== undefined) return fileAt(joinPath(folder, inside), read) ?? fileAt(joinPath(folder, `src/${inside}`), read);
    const entries = [manifest.source, manifest.main, manifest.module, "src/index", "index"];
    for (const entry of entries) {
      const found = typeof entry === "string" ? fileAt(joinPath(folder, entry), read) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Relative to the package, or from any folder above that could be on the path, the nearest first. */
function resolvePython(specifier: string, folder: string, read: ReadText): string | undefined {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const names = specifier
    .slice(dots)
    .split(".")
    .filter((name) => name !== "")
    .join("/");
  const find = (base: string): string | undefined => {
    const path = joinPath(base, names);
    const candidates =
      path === undefined ? [] : names === "" ? [joinPath(base, "__init__.py")] : [`${path}.py`, `${path}/__init__.py`];
    return candidates.find((candidate) => candidate !== undefined && read(candidate) !== undefined);
  };
  if (dots > 0) {
    let base: string | undefined = folder;
    for (let up = 1; up < dots; up++) base = joinPath(base ?? "", "..");
    return base === undefined ? undefined : find(base);
  }
  for (const above of [...foldersAbove(folder), "src"]) {
    const found = find(above);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The folder itself first, the root ("") last. */
function foldersAbove(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== ""; ) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}

export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** @returns `undefined` for what lies outside the root. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** JSON as people write it in such files: with comments and commas at the end. @returns `undefined` for anything but an object. */
function readJson(path: string, read: ReadText): Readonly<Record<string, unknown>> | undefined {
  const text = read(path);
  if (text === undefined) return undefined;
  const plain = text
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string: string | undefined) => string ?? "")
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? "");
  try {
    const value: unknown = JSON.parse(plain);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
