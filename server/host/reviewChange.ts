/** Analyses both sides of a change and builds its review. */

import { createHash } from "node:crypto";
import type { ChangeSet } from "../changes/change.ts";
import { linesOf, removes } from "../changes/changedLines.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { FileRoutes } from "../engine/routes/route.ts";
import type { RuleProblem } from "../engine/rules/rule.ts";
import { indexLines } from "../engine/tree/lineIndex.ts";
import { buildReview } from "../review/buildReview.ts";
import type { Review, StoredAnswer } from "../review/review.ts";
import type { Analyzer } from "./analyzer.ts";
import type { ImportView, ProjectSource } from "./moduleReader.ts";
import { type ChangedSources, mayDeclareRoutes, readProjectRoutes, withProjectRoutes } from "./projectRoutes.ts";

export interface ReviewRequest {
  readonly change: ChangeSet;
  readonly analyzer: Pick<Analyzer, "rules" | "problems" | "analyzeAll" | "routesOf">;
  /** Rules that did not load; those that did not compile are the analyzer's. */
  readonly ruleProblems?: readonly RuleProblem[];
  /** Oldest first. */
  readonly answers: readonly StoredAnswer[];
  /** Milliseconds, of a clock that only goes forward. */
  readonly now: () => number;
  /** When the work began, if before this call (reading the change counts as well). */
  readonly began?: number;
  onProgress?(done: number, total: number): void;
}

/** @returns Never rejects for what is in the files; the analyzer names what it could not look at. */
export async function reviewChange(request: ReviewRequest): Promise<Review> {
  const { change, analyzer } = request;
  const began = request.began ?? request.now();
  const imports = importsOf(change);
  const now = change.files.flatMap(({ path, status, text }) =>
    status === "deleted" || text === undefined
      ? []
      : [{ path, text, imports: imports.current, ...(status === "unchanged" ? {} : { guards: "too" as const }) }],
  );
  const progress = request.onProgress ? { onProgress: request.onProgress } : {};
  // The rest of the project is the same on both sides.
  const changed = new Set(change.files.flatMap(({ path, basePath }) => [path, basePath ?? path]));
  const rest = mayDeclareRoutes(now, analyzer.rules) ? await readProjectRoutes(change.root, changed, analyzer) : [];
  const files = withoutSiblings(change, await withProjectRoutes(now, rest, analyzer, sourcesOf(change)));
  const current = new Map((await analyzer.analyzeAll(files, progress)).map((analysis) => [analysis.path, analysis]));
  const base = await analyzeBase(change, current, rest, analyzer, imports.base);
  return buildReview({
    change,
    current,
    base,
    rules: analyzer.rules,
    ruleProblems: [...(request.ruleProblems ?? []), ...analyzer.problems],
    answers: request.answers,
    milliseconds: Math.round(request.now() - began),
    hash: contentHash,
  });
}

function sourcesOf({ files }: ChangeSet): ChangedSources {
  const changed = files.filter(({ status }) => status !== "unchanged");
  return {
    changed: changed.flatMap(({ path, status }) => (status === "deleted" ? [] : [path])),
    base: changed.flatMap(({ path, basePath = path, baseText: text }) => (text === undefined ? [] : [{ path: basePath, text }])),
  };
}

/** Routes that a change adds elsewhere say nothing new of those in a file that it leaves alone. */
function withoutSiblings({ files }: ChangeSet, sources: readonly ProjectSource[]): ProjectSource[] {
  const unchanged = new Set(files.flatMap(({ path, status }) => (status === "unchanged" ? [path] : [])));
  return sources.map((source) => {
    const { project: _, ...alone } = source;
    return unchanged.has(source.path) ? alone : source;
  });
}

/** UTF-16 units of all texts of one side: they go to a worker with each file. */
const mostText = 2_000_000;

/** Where each side's imports are read: the change's own texts first, then the index or the folder. Of a huge change the folder alone. */
export function importsOf(change: Pick<ChangeSet, "root" | "files" | "imports">): { current: ImportView; base: ImportView } {
  const shared = Object.fromEntries(change.imports ?? []);
  const current: Record<string, string | null> = { ...shared };
  const base: Record<string, string | null> = { ...shared };
  let length = 0;
  for (const { path, basePath, status, text, baseText } of change.files) {
    length += (text?.length ?? 0) + (baseText?.length ?? 0);
    base[path] = null;
    if (basePath !== undefined) current[basePath] = null;
    if (status === "deleted") current[path] = null;
    else if (text !== undefined) current[path] = text;
    if (baseText !== undefined) base[basePath ?? path] = baseText;
  }
  const root = change.imports ? {} : { root: change.root };
  if (length > mostText) return { current: root, base: root };
  return { current: { ...root, texts: current }, base: { ...root, texts: base } };
}

/** SHA-256 in hex: what an answer is bound to must not be forged. */
export function contentHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * The base matters only where something is found now, or a guard stood on lines that were removed; deleted files are always looked at.
 * All files of the base are needed then, because code moves between files.
 */
async function analyzeBase(
  change: ChangeSet,
  current: ReadonlyMap<string, FileAnalysis>,
  rest: readonly FileRoutes[],
  analyzer: ReviewRequest["analyzer"],
  imports: ImportView,
): Promise<Map<string, FileAnalysis>> {
  const found = [...current.values()].some(({ findings }) => findings.length > 0) || (await losesGuards(change, analyzer));
  const base = new Map<string, FileAnalysis>();
  const wanted: ProjectSource[] = [];
  for (const file of change.files) {
    const path = file.basePath ?? file.path;
    if (file.baseText === undefined || (!found && file.status !== "deleted")) continue;
    const now = current.get(path);
    if (file.status === "unchanged" && now?.findings.length === 0) continue;
    // What a file imports may have been another text.
    const isSame = file.baseText === file.text && path === file.path && now?.imports === undefined;
    if (isSame && now) base.set(path, now);
    else wanted.push({ path, text: file.baseText, imports, guards: "too" });
  }
  const sources = withoutSiblings(change, await withProjectRoutes(wanted, rest, analyzer));
  for (const analysis of await analyzer.analyzeAll(sources)) base.set(analysis.path, analysis);
  return base;
}

async function losesGuards({ files }: ChangeSet, analyzer: ReviewRequest["analyzer"]): Promise<boolean> {
  if (!analyzer.rules.some(({ body }) => body.mode === "removed")) return false;
  const shrunk = files.filter(({ text, hunks }) => text !== undefined && hunks.some(({ base }) => base.end > base.start));
  const sources = shrunk.map((file) => ({
    path: file.basePath ?? file.path,
    text: file.baseText ?? "",
    guards: "only" as const,
  }));
  const analyses = await analyzer.analyzeAll(sources);
  return analyses.some(({ guards }, index) => {
    const { hunks = [], baseText = "" } = shrunk[index] ?? {};
    const lines = indexLines(baseText);
    return guards?.found.some(({ finding }) => hunks.some((hunk) => removes(hunk, linesOf(lines, finding.span)))) === true;
  });
}
