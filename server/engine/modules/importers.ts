/** Which files import others: what to search their texts for, and the exact answer for one of them. Pure. */

import type { SourceFile } from "../analyze.ts";
import { languageOfPath } from "../languages/registry.ts";
import { type ModuleStore, Program } from "./program.ts";
import type { ReadText } from "./resolveModule.ts";

/** Files in which modules of one kind can be imported, and how such an import looks. */
export interface ImportSearch {
  /** With the dot: ".js". */
  readonly endings: readonly string[];
  /** For single lines; means the same as an extended POSIX expression and in JavaScript. */
  readonly pattern: string;
}

const families = [
  {
    endings: [".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte"],
    index: /^index$/,
    // The last part of what is imported; a package is known by the folder of its entry.
    named: (names: string) => `["'/](${names})(\\.([cm]?[jt]sx?|vue|svelte))?/?["']`,
    folderItself: `(from|import|require)[ (]*["'](\\.\\./)*\\.\\.?/?["']`,
    foldersCount: true,
  },
  {
    endings: [".py"],
    index: /^__init__$/,
    // In a list in parentheses a name stands on a line of its own.
    named: (names: string) =>
      `(import|from)[^#]*[^A-Za-z0-9_](${names})([^A-Za-z0-9_]|$)|^[[:space:]]*(${names})[[:space:]]*(,|\\)|as |#|$)`,
    folderItself: `from[[:space:]]+\\.+[[:space:]]+import`,
    foldersCount: false,
  },
] as const;

/** Names in one search. */
const mostNames = 200;

/** @param paths Relative to the root, with `/`. @returns What to search for, to find files that may import one of these; too much rather than too little. */
export function searchesForImporters(paths: Iterable<string>): ImportSearch[] {
  const all = [...paths];
  return families.flatMap(({ endings, index, named, folderItself, foldersCount }) => {
    const names = new Set<string>();
    let hasIndex = false;
    for (const path of all) {
      const ending = endings.find((one) => path.endsWith(one));
      // A line break would begin another pattern; nobody imports such a file.
      if (ending === undefined || path.includes("\n")) continue;
      const folders = path.split("/");
      const name = folders.pop()?.slice(0, -ending.length) ?? "";
      if (index.test(name)) hasIndex = true;
      if (!index.test(name) || foldersCount) names.add(name);
      for (const folder of foldersCount ? folders : index.test(name) ? folders.slice(-1) : []) names.add(folder);
    }
    if (names.size === 0 && !hasIndex) return [];
    const alternatives = [...names].slice(0, mostNames).map(escaped).join("|");
    const parts = [...(names.size > 0 ? [named(alternatives)] : []), ...(hasIndex ? [folderItself] : [])];
    return [{ endings, pattern: parts.join("|") }];
  });
}

/** The search in JavaScript. */
export function searchRegex({ pattern }: ImportSearch): RegExp {
  return new RegExp(pattern.replaceAll("[[:space:]]", "[ \\t]"), "m");
}

/** @param targets Paths. @param read For what the paths of imports depend on; any text stands for a file that is there. */
export function importsAny(file: SourceFile, targets: ReadonlySet<string>, read: ReadText, store: ModuleStore): boolean {
  const language = languageOfPath(file.path);
  if (!language) return false;
  const program = new Program(read, store, () => undefined);
  // Asking for them resolves them.
  void program.entry(file.path, file.text, language).imports.length;
  return program.paths.some((path) => targets.has(path));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
