/** Answers from the user's cache what was asked for before, and starts threads only for the rest. */

import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import type { FileRoutes } from "../engine/routes/route.ts";
import type { RuleProblem } from "../engine/rules/rule.ts";
import { openAnalysisCache } from "../store/analysisCache.ts";
import { digest } from "../store/contentCache.ts";
import { type AnalyzeAllOptions, type Analyzer, type AnalyzerOptions, createAnalyzer } from "./analyzer.ts";
import { digestsOf, isSaidAgain, isUnchanged, readerOf } from "./keptAnswers.ts";
import { createModuleReader, type ProjectSource } from "./moduleReader.ts";

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
