/** Answers from the user's cache what was asked for before, and starts threads only for the rest. */

import { lstatSync, statSync } from "node:fs";
import path from "node:path";
import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis, Finding, NotReviewed } from "../engine/findings/finding.ts";
import type { FileRoutes } from "../engine/routes/route.ts";
import type { RuleProblem } from "../engine/rules/rule.ts";
import { openAnalysisCache } from "../store/analysisCache.ts";
import { digest } from "../store/contentCache.ts";
import { type AnalyzeAllOptions, type Analyzer, type AnalyzerOptions, createAnalyzer } from "./analyzer.ts";
import { createModuleReader, type ProjectSource } from "./moduleReader.ts";
import { resourceFolder } from "./resources.ts";
import { isDefaultRule } from "./ruleFiles.ts";

/** What a review asks of an analyzer. */
export type ReviewAnalyzer = Pick<Analyzer, "rules" | "problems" | "analyzeAll" | "routesOf" | "fix" | "dispose">;

export interface CacheOptions {
  /** Absolute folder of the review. */
  readonly dir: string;
  /** Milliseconds since 1970: rules and suppressions may ask for the date, and a file that changes meanwhile is not kept. */
  readonly now: number;
  /** Default: see `cacheFolder`. */
  readonly folder?: string;
}

/**
 * An answer is kept for the text and path of a file, the texts of all that it imports, the routes that it is compared with, the rules, the
 * program and the day: with all of them the same, the engine would say the same again. What was cut short by time or a crash is not kept.
 *
 * @throws As `createAnalyzer`, now or when a thread is first needed.
 */
export async function createCachedAnalyzer(options: AnalyzerOptions, cacheOptions: CacheOptions): Promise<ReviewAnalyzer> {
  const { dir, now, folder } = cacheOptions;
  const cache = openAnalysisCache(dir, readerOf(options, now), folder);
  const read = createModuleReader(new Map());
  let started: Promise<Analyzer> | undefined;
  let running: Analyzer | undefined;
  const start = async (): Promise<Analyzer> => {
    started ??= createAnalyzer(options);
    running = await started;
    return running;
  };
  const problems = cache.get("problems");
  const before: readonly RuleProblem[] = problems?.kind === "problems" ? problems.problems : [];
  if (problems?.kind !== "problems") await start();
  /** What files import, as the analyses of either side say. */
  const imported = new Map<string, readonly string[]>();
  const keepAnalysis = (key: string, file: ProjectSource, analysis: FileAnalysis): void => {
    const imports = analysis.notReviewed.every(isSaidAgain) ? digestsOf(analysis.imports ?? [], file, read, now) : undefined;
    if (!imports) return;
    const kept = cache.get(key);
    const others = kept?.kind === "analysis" ? kept.answers : [];
    cache.put(key, { kind: "analysis", answers: [{ analysis, imports }, ...others].slice(0, mostAnswers) });
  };
  const knownAnalysis = (key: string, file: ProjectSource): FileAnalysis | undefined => {
    const kept = cache.get(key);
    if (kept?.kind !== "analysis") return undefined;
    return kept.answers.find(({ imports }) => isUnchanged(imports, file, read))?.analysis;
  };
  const problemsNow = (): readonly RuleProblem[] => {
    const told = [...before, ...(running?.problems ?? [])];
    return [...new Map(told.map((problem) => [JSON.stringify(problem), problem])).values()];
  };
  return {
    rules: options.rules,
    get problems() {
      return problemsNow();
    },
    async analyzeAll(files, allOptions) {
      const keys = files.map(analysisKey);
      const known = files.map((file, index) => knownAnalysis(keys[index] ?? "", file));
      const unknown = files.flatMap((file, index) => (known[index] ? [] : [{ file, index }]));
      if (unknown.length === 0) allOptions?.onProgress?.(files.length, files.length);
      const anew = unknown.length > 0 ? await analyzeRest(await start(), unknown, files.length, allOptions) : [];
      for (const [at, { file, index }] of unknown.entries()) {
        const analysis = anew[at];
        known[index] = analysis;
        if (analysis) keepAnalysis(keys[index] ?? "", file, analysis);
      }
      for (const [index, file] of files.entries()) {
        const text = textOf(file);
        imported.set(text, [...(imported.get(text) ?? []), ...(known[index]?.imports ?? [])]);
      }
      return known.filter((one) => one !== undefined);
    },
    async routesOf(files) {
      const keys = files.map(routesKey);
      const kept = keys.map((key) => cache.get(key));
      const unknown = files.filter((_, index) => kept[index]?.kind !== "routes");
      const anew = unknown.length > 0 ? await (await start()).routesOf(unknown) : [];
      const found = new Map<SourceFile, FileRoutes | null | undefined>(unknown.map((file, at) => [file, anew[at]]));
      return files.map((file, index) => {
        const answer = kept[index];
        const routes = answer?.kind === "routes" ? answer.routes : found.get(file);
        if (routes !== undefined) cache.put(keys[index] ?? "", { kind: "routes", routes });
        return routes;
      });
    },
    async fix(file, finding) {
      const key = fixKey(file, finding);
      const kept = cache.get(key);
      if (kept?.kind === "fix" && isUnchanged(kept.imports, file, read)) return kept.fix;
      const fix = await (await start()).fix(file, finding);
      const imports = file.imports ? digestsOf(imported.get(textOf(file)), file, read, now) : {};
      // Without an answer it may have crashed.
      if (fix && imports) cache.put(key, { kind: "fix", fix, imports });
      return fix;
    },
    async dispose() {
      const analyzer = await started?.catch(() => undefined);
      cache.put("problems", { kind: "problems", problems: problemsNow() });
      await analyzer?.dispose();
      cache.save();
    },
  };
}

/** One for each side of a change. */
const mostAnswers = 2;

async function analyzeRest(
  analyzer: Analyzer,
  unknown: readonly { readonly file: ProjectSource }[],
  total: number,
  options: AnalyzeAllOptions = {},
): Promise<readonly FileAnalysis[]> {
  const { onProgress, ...rest } = options;
  const before = total - unknown.length;
  return analyzer.analyzeAll(
    unknown.map(({ file }) => file),
    { ...rest, ...(onProgress ? { onProgress: (done: number) => onProgress(before + done, total) } : {}) },
  );
}

function analysisKey({ imports: _, ...file }: ProjectSource): string {
  return digest(`analysis ${JSON.stringify(file)}`);
}

function textOf({ path: name, text }: SourceFile): string {
  return `${name}\0${text}`;
}

function routesKey({ path: name, text, language }: SourceFile): string {
  return digest(`routes ${JSON.stringify([name, text, language ?? ""])}`);
}

function fixKey({ path: name, text, language }: SourceFile, finding: Finding): string {
  return digest(`fix ${JSON.stringify([name, text, language ?? "", finding])}`);
}

/** Whether another analysis would leave out the same. */
function isSaidAgain({ reason }: NotReviewed): boolean {
  return reason !== "crashed" && reason !== "timed out" && reason !== "not checked" && reason !== "rule error";
}

type Reader = ReturnType<typeof createModuleReader>;

/** Milliseconds: clocks of file systems are coarse. */
const justNow = 2000;

/** @returns `undefined` when they are not known, or one of them may have changed since it was read. */
function digestsOf(
  paths: readonly string[] | undefined,
  { imports }: ProjectSource,
  readerOfView: Reader,
  now: number,
): Record<string, string | null> | undefined {
  if (!paths) return undefined;
  const read = readerOfView(imports);
  const digests: Record<string, string | null> = {};
  for (const one of paths) {
    const text = read?.(one);
    digests[one] = text === undefined ? null : digest(text);
    const isGiven = imports?.texts !== undefined && Object.hasOwn(imports.texts, one);
    if (isGiven || imports?.root === undefined) continue;
    const stats = lstatSync(path.join(imports.root, one), { throwIfNoEntry: false });
    if (stats && Math.max(stats.mtimeMs, stats.ctimeMs) > now - justNow) return undefined;
  }
  return digests;
}

function isUnchanged(
  digests: Readonly<Record<string, string | null>>,
  { imports }: ProjectSource,
  readerOfView: Reader,
): boolean {
  const entries = Object.entries(digests);
  const read = readerOfView(imports);
  if (!read) return entries.length === 0;
  return entries.every(([one, expected]) => {
    const text = read(one);
    return (text === undefined ? null : digest(text)) === expected;
  });
}

/** Names the program, the rules and the day. Those that come with the program are named by their file, since they are much to read. */
function readerOf({ rules, knownIds, resources = resourceFolder() }: AnalyzerOptions, now: number): string {
  const program = ["analysisWorker.js", "rules.json", "grammars"].map((name) => {
    const { size = 0, mtimeMs = 0 } = statSync(path.join(resources, name), { throwIfNoEntry: false }) ?? {};
    return [size, mtimeMs];
  });
  const day = new Date(now).toISOString().slice(0, 10);
  return digest(JSON.stringify([program, day, knownIds ?? [], rules.map((rule) => (isDefaultRule(rule) ? rule.id : rule))]));
}
