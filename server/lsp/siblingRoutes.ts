/** The routes of a folder's project, so that the editor compares those of a change with their siblings in other files too. */

import type { SourceFile } from "../engine/analyze.ts";
import { projectRoutesFor } from "../engine/routes/compareRoutes.ts";
import type { FileRoutes, ProjectRoutes } from "../engine/routes/route.ts";
import type { Rule } from "../engine/rules/rule.ts";
import type { Analyzer } from "../host/analyzer.ts";
import { declaresRoutes, mayDeclareRoutes, readProjectRoutes } from "../host/projectRoutes.ts";
import type { CacheSide, SidedSource } from "./analysisCache.ts";

export interface SiblingRoutes {
  /** What the rest of the project said of a file's routes at the last update; `undefined` for a text without routes. */
  of(file: SourceFile, side?: CacheSide): ProjectRoutes | undefined;
  /**
   * Reads the routes of the change's files, and now and then those of all other files.
   *
   * @param files Texts of the change; of two of one path and side the first counts.
   * @returns Whether any routes are others than before.
   */
  update(files: readonly SidedSource[], analyzer: Pick<Analyzer, "rules" | "routesOf">): Promise<boolean>;
}

/** Files outside of the change seldom get other routes, and reading a large project takes a while. */
const readAgainMs = 60_000;

const sides: readonly CacheSide[] = ["current", "base"];

/** @param dir Absolute. */
export function createSiblingRoutes(dir: string): SiblingRoutes {
  let rest: { readonly routes: readonly FileRoutes[]; readonly leftOut: string; readonly at: number } | undefined;
  const all = new Map<CacheSide, readonly FileRoutes[]>();
  let told = "";
  let rules: readonly Rule[] = [];
  return {
    of(file, side = "current") {
      const known = all.get(side);
      return known && known.length > 0 && declaresRoutes(file, rules) ? projectRoutesFor(file.path, known) : undefined;
    },
    async update(files, analyzer) {
      rules = analyzer.rules;
      if (!mayDeclareRoutes(files, rules)) return false;
      const paths = new Set(files.map(({ path }) => path));
      const leftOut = [...paths].sort().join("\n");
      if (!rest || rest.leftOut !== leftOut || performance.now() - rest.at > readAgainMs)
        rest = { routes: await readProjectRoutes(dir, paths, analyzer), leftOut, at: performance.now() };
      for (const side of sides) {
        const own = firstOfEach(files.filter((file) => (file.side ?? "current") === side && declaresRoutes(file, rules)));
        all.set(side, [...(await analyzer.routesOf(own)).flatMap((one) => one ?? []), ...rest.routes]);
      }
      const tell = JSON.stringify([...all]);
      const changed = tell !== told;
      told = tell;
      return changed;
    },
  };
}

function firstOfEach(files: readonly SidedSource[]): SidedSource[] {
  const seen = new Set<string>();
  return files.filter(({ path }) => !seen.has(path) && seen.add(path));
}
