/** Reviews a change of several files without a repository, with the rules that Linewarden comes with. */

import type { FileChange } from "../../../server/changes/change.ts";
import { compareAnalyses } from "../../../server/changes/compareAnalyses.ts";
import { diffHunks } from "../../../server/changes/hunks.ts";
import { createEngine, type Engine } from "../../../server/engine/analyze.ts";
import type { Finding } from "../../../server/engine/findings/finding.ts";
import { readCatalog } from "../../rules/ruleCatalog.ts";
import { loadParse } from "../engine/languages/trees.ts";

/** Texts before and after the change by path; "a.js<b.js" was b.js before. */
export type Texts = Readonly<Record<string, readonly [before: string | undefined, after: string | undefined]>>;

export async function catalogEngine(): Promise<Engine> {
  return createEngine({ rules: readCatalog().flatMap((entry) => entry.rules), parse: await loadParse() });
}

export function introducedIn(engine: Engine, texts: Texts): Finding[] {
  const files = Object.entries(texts).map(([name, [base, text]]) => {
    const [path = "", basePath] = name.split("<");
    const change: FileChange = {
      path,
      status: base === undefined ? "added" : text === undefined ? "deleted" : "modified",
      ...(basePath === undefined ? {} : { basePath }),
      ...(base === undefined ? {} : { baseText: base }),
      ...(text === undefined ? {} : { text }),
      hunks: diffHunks(base ?? "", text ?? ""),
    };
    const analyze = (one: string | undefined) =>
      one === undefined ? undefined : engine.analyze({ path, text: one, guards: "too" });
    return { change, base: analyze(base), current: analyze(text) };
  });
  return compareAnalyses(files).flatMap(({ introduced }) => [...introduced]);
}
