/** Where the files stand that come with the product. */

import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** @returns The folder that holds `grammars/` and `rules.json`: `dist`, for the bundles in it and when run from source. */
export function resourceFolder(): string {
  if (basename(__dirname) === "dist" || existsSync(join(__dirname, "grammars"))) return __dirname;
  return join(dirname(dirname(__dirname)), "dist");
}

/** Tells one build of the program from another, by the files that decide what is found. */
export function buildStamp(resources = resourceFolder()): readonly (readonly number[])[] {
  return ["analysisWorker.js", "rules.json", "grammars"].map((name) => {
    const { size = 0, mtimeMs = 0 } = statSync(join(resources, name), { throwIfNoEntry: false }) ?? {};
    return [size, mtimeMs];
  });
}

/** Whether the bundles run, which `buildStamp` names; the source changes without them. */
export function runsFromBuild(): boolean {
  return resourceFolder() === __dirname;
}
