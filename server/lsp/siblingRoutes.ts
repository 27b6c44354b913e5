/** The routes of a folder's project, so that the editor compares those of a change with their siblings in other files too. */

import { createHash } from "node:crypto";
import type { SourceFile } from "../engine/analyze.ts";
import { projectRoutesFor } from "../engine/routes/compareRoutes.ts";
import { mayComeTogether, routesOfChange } from "../engine/routes/newRoutes.ts";
import type { FileRoutes, ProjectRoutes, RoutesOfChange } from "../engine/routes/route.ts";
import type { Rule } from "../engine/rules/rule.ts";
import type { Analyzer } from "../host/analyzer.ts";
import { declaresRoutes, mayDeclareRoutes, readProjectRoutes } from "../host/projectRoutes.ts";
import { digest } from "../store/contentCache.ts";
import type { CacheSide, SidedSource } from "./analysisCache.ts";

export interface SiblingRoutes {
  /** What the rest of the project said of a file's routes at the last update; `undefined` for a text without routes. */
  of(file: SourceFile, side?: CacheSide): ProjectRoutes | undefined;
  /**
   * Reads the routes of the change's files, and now and then those of all other files.
   *
   * @param files Texts of the change; of two of one path and side the first counts.
   * @param changed Paths of those that differ from the base.
   * @returns Whether any routes are others than before.
   */
  update(
    files: readonly SidedSource[],
    analyzer: Pick<Analyzer, "rules" | "routesOf">,
    changed?: readonly string[],
  ): Promise<boolean>;
}

/** Files outside of the change seldom get other routes, and reading a large project takes a while. */
const readAgainMs = 60_000;

const sides: readonly CacheSide[] = ["current", "base"];

/** @param dir Absolute. */
export function createSiblingRoutes(dir: string): SiblingRoutes {
  let rest: { readonly routes: readonly FileRoutes[]; readonly leftOut: string; readonly at: number } | undefined;
  const all = new Map<CacheSide, readonly FileRoutes[]>();
  let change: RoutesOfChange | undefined;
  let told = "";
  let rules: readonly Rule[] = [];
  /** The texts of the last update with their routes: all but one of them are the same the next time. */
  const lately = new Map<CacheSide, ReadonlyMap<string, FileRoutes | null>>();
  const routesIn = async (files: readonly SidedSource[], analyzer: Pick<Analyzer, "routesOf">, side: CacheSide) => {
    const before = new Map([...lately.values()].flatMap((one) => [...one]));
    const unknown = files.filter((file) => !before.has(keyOf(file)));
    const anew = await analyzer.routesOf(unknown);
    for (const [index, file] of unknown.entries()) {
      const routes = anew[index];
      if (routes !== undefined) before.set(keyOf(file), routes);
    }
    const now = new Map<string, FileRoutes | null>();
    for (const key of files.map(keyOf)) {
      const routes = before.get(key);
      if (routes !== undefined) now.set(key, routes);
    }
    lately.set(side, now);
    // Whoever compares the sides tells them apart by their objects.
    return [...now.values()].flatMap((one) => (one ? [{ ...one }] : []));
  };
  return {
    of(file, side = "current") {
      const known = all.get(side);
      return known && known.length > 0 && declaresRoutes(file, rules)
        ? projectRoutesFor(file.path, known, side === "current" ? change : undefined)
        : undefined;
    },
    async update(files, analyzer, changed = []) {
      if (rules !== analyzer.rules) lately.clear();
      rules = analyzer.rules;
      if (!mayDeclareRoutes(files, rules)) return false;
      const paths = new Set(files.map(({ path }) => path));
      const leftOut = [...paths].sort().join("\n");
      if (!rest || rest.leftOut !== leftOut || performance.now() - rest.at > readAgainMs)
        rest = { routes: await readProjectRoutes(dir, paths, analyzer), leftOut, at: performance.now() };
      for (const side of sides) {
        const own = firstOfEach(files.filter((file) => (file.side ?? "current") === side && declaresRoutes(file, rules)));
        all.set(side, [...(await routesIn(own, analyzer, side)), ...rest.routes]);
      }
      change = changeOf(changed, all);
      const tell = createHash("sha256")
        .update(JSON.stringify([...all, change]))
        .digest("base64");
      const isOther = tell !== told;
      told = tell;
      return isOther;
    },
  };
}

/** The routes of the other files are those of both sides. */
function changeOf(changed: readonly string[], all: ReadonlyMap<CacheSide, readonly FileRoutes[]>): RoutesOfChange | undefined {
  const now = all.get("current") ?? [];
  if (!mayComeTogether(changed, now)) return undefined;
  const others = new Set(now);
  return routesOfChange(
    changed,
    now,
    (all.get("base") ?? []).filter((file) => !others.has(file)),
  );
}

function keyOf({ path, text }: SourceFile): string {
  return digest(`${path}\0${text}`);
}

function firstOfEach(files: readonly SidedSource[]): SidedSource[] {
  const seen = new Set<string>();
  return files.filter(({ path }) => !seen.has(path) && seen.add(path));
}
