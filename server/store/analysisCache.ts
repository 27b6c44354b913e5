/** Keeps what was found in files by all that the answer depends on, so that the same review does not need the engine again. */

import path from "node:path";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { Fix, FixRefusal } from "../engine/fixes/fix.ts";
import type { FileRoutes } from "../engine/routes/route.ts";
import type { RuleProblem } from "../engine/rules/rule.ts";
import { cacheFolder } from "./cacheFolder.ts";
import { type ContentCache, digest, openContentCache } from "./contentCache.ts";

export interface KeptAnalysis {
  readonly analysis: FileAnalysis;
  /** Digests of the texts that were read to follow imports, `null` where there was no file. */
  readonly imports: Readonly<Record<string, string | null>>;
}

/** One answer of the engine. */
export type KeptAnswer =
  /** Newest first: the same file may import other texts on the two sides of a change. */
  | { readonly kind: "analysis"; readonly answers: readonly KeptAnalysis[] }
  | { readonly kind: "fix"; readonly fix: Fix | FixRefusal; readonly imports: KeptAnalysis["imports"] }
  | { readonly kind: "routes"; readonly routes: FileRoutes | null }
  | { readonly kind: "problems"; readonly problems: readonly RuleProblem[] };

/**
 * Of the last review of a folder.
 *
 * @param dir Absolute. @param reader Names the program, its rules and the day: what another one wrote counts as unknown.
 */
export function openAnalysisCache(dir: string, reader: string, folder = cacheFolder()): ContentCache<KeptAnswer> {
  return openContentCache(path.join(folder, "analyses", `${digest(dir)}.json`), reader, isAnswer);
}

function isAnswer(value: unknown): value is KeptAnswer {
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  return kind === "analysis" || kind === "fix" || kind === "routes" || kind === "problems";
}
