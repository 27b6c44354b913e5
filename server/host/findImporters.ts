/** Finds the files outside of a change that import what it changed: their findings may be others now. */

import type { FileChange } from "../changes/change.ts";
import type { SourceFile } from "../engine/analyze.ts";
import type { NotReviewed } from "../engine/findings/finding.ts";
import { languageOfPath } from "../engine/languages/registry.ts";
import { importsAny, searchesForImporters } from "../engine/modules/importers.ts";
import { deepestImport, ModuleStore } from "../engine/modules/program.ts";
import type { ProjectTexts } from "./projectTexts.ts";

/** Files that are looked at again because of a change, and those that are read to find them. */
const mostImporters = 40;
const mostRead = 1000;

export interface Importers {
  /** In order of their paths; their text is the same on both sides. */
  readonly files: readonly FileChange[];
  /** What was left out. */
  readonly notReviewed: readonly NotReviewed[];
}

/**
 * @param changed The files of the change. @param project As it is after the change. @param below Only files in this folder; all when empty.
 * @returns Nearest first when there are too many; imports of imports are followed as far as data is.
 */
export async function findImporters(changed: readonly FileChange[], project: ProjectTexts, below = ""): Promise<Importers> {
  const own = new Set(changed.flatMap(({ path, basePath }) => [path, basePath ?? path]));
  const programs = [...own].filter((path) => languageOfPath(path) !== undefined);
  if (programs.length === 0) return { files: [], notReviewed: [] };
  const configs = [...project.paths].filter((path) => /(^|\/)(package|[jt]sconfig[^/]*)\.json$/.test(path)).slice(0, 100);
  const settings = await project.readMany(configs);
  const read = (path: string): string | undefined => settings.get(path) ?? (project.has(path) ? "" : undefined);
  const store = new ModuleStore();
  const found = new Map<string, SourceFile>();
  const looked = new Set(own);
  let left = mostRead;
  let gap: string | undefined;
  let level: ReadonlySet<string> = new Set(programs);
  for (let depth = 0; depth < deepestImport && level.size > 0 && gap === undefined; depth++) {
    const candidates = await candidatesFor(level, project, looked);
    if (!candidates) gap = "The files of the project could not be searched for imports of what changed.";
    const some = (candidates ?? []).slice(0, left);
    left -= some.length;
    if (some.length < (candidates?.length ?? 0))
      gap = `More than ${mostRead} files may import what changed; the others were not looked at again.`;
    const next = new Set<string>();
    for (const [path, text] of await project.readMany(some)) {
      if (!importsAny({ path, text }, level, read, store)) continue;
      looked.add(path);
      next.add(path);
      if (below === "" || path.startsWith(`${below}/`)) found.set(path, { path, text });
    }
    if (found.size > mostImporters)
      gap = `${found.size} files or more import what changed; ${mostImporters} of them were looked at again.`;
    level = next;
  }
  const files = [...found.values()].slice(0, mostImporters).map(unchanged);
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    notReviewed: gap === undefined ? [] : [{ reason: "not checked", detail: gap }],
  };
}

async function candidatesFor(
  level: ReadonlySet<string>,
  project: ProjectTexts,
  looked: ReadonlySet<string>,
): Promise<string[] | undefined> {
  const paths = new Set<string>();
  for (const wanted of searchesForImporters(level)) {
    const hits = await project.search(wanted);
    if (!hits) return undefined;
    for (const path of hits) if (!looked.has(path) && project.has(path) && languageOfPath(path)) paths.add(path);
  }
  return [...paths].sort();
}

function unchanged({ path, text }: SourceFile): FileChange {
  return { path, status: "unchanged", text, baseText: text, hunks: [] };
}
