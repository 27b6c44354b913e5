/** Runs the engine in worker threads, under a watchdog: open documents and a little beside them in one, many workspace files in a pool. */

import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import type { Fix, FixRefusal, TextEdit } from "../engine/fixes/fix.ts";
import type { FileRoutes } from "../engine/routes/route.ts";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import { createCollector } from "./collectAtRest.ts";
import type { ProjectSource } from "./moduleReader.ts";
import { resourceFolder } from "./resources.ts";
import type { RuleTestText } from "./ruleTestFiles.ts";
import { createSetAside, notAnalysed } from "./setAside.ts";
import { tuneRuntime } from "./tuneRuntime.ts";
import type { FixedFile, JobResults, TestedRules, WorkerJob } from "./workerMessages.ts";
import { createWorkerPool, type WorkerPool } from "./workerPool.ts";
import { createWorkerThread, type JobOutcome, workerMissing } from "./workerThread.ts";

export interface AnalyzeAllOptions {
  /** Called after each file; `done` counts up to `total`. */
  onProgress?(done: number, total: number): void;
  /** After an abort, files that did not start are answered as "not checked". */
  readonly signal?: AbortSignal;
}

export interface Analyzer {
  readonly rules: readonly Rule[];
  /** Rules that did not compile. Those that come with Linewarden are compiled with the first file of a language, others at once. */
  readonly problems: readonly RuleProblem[];
  /** Never rejects: a crash or a hang is `notReviewed` naming the file (and the rule where known), and the next file goes on. */
  analyze(file: ProjectSource): Promise<FileAnalysis>;
  /** Same order as `files`; the longest are begun first, in an editor those that take seconds last. */
  analyzeAll(files: readonly ProjectSource[], options?: AnalyzeAllOptions): Promise<FileAnalysis[]>;
  /** `undefined`: there is no fix for the rule, or the attempt crashed. */
  fix(file: ProjectSource, finding: Finding): Promise<Fix | FixRefusal | undefined>;
  /** Applies what can be fixed among these findings, one verified fix after the other. `undefined`: nothing could. */
  fixAll(file: ProjectSource, fingerprints: readonly string[]): Promise<FixedFile | undefined>;
  /** Edits that put a suppression comment in place, verified by another analysis. `undefined`: no place for a comment. */
  ignore(file: ProjectSource, finding: Finding, reason: string): Promise<readonly TextEdit[] | undefined>;
  /** Compiles rules that need not be its own, and runs them on their test files. `undefined`: it crashed or took too long. */
  testRules(rules: readonly Rule[], tests: readonly RuleTestText[]): Promise<TestedRules | undefined>;
  /**
   * Analyses an open document in the thread of the open documents, parsing only what changed since the last call.
   *
   * After an edit inside one function only the statement around it is analysed anew, and the result says `partial`.
   *
   * @param key Names the document until `closeDocument`. @param whole Analyse everything anew.
   * @returns `undefined` when a later call for the same document, or its closing, made this one pointless.
   */
  analyzeDocument(key: string, file: ProjectSource, whole?: boolean): Promise<FileAnalysis | undefined>;
  /** What these files declare, in their order: `null` for a file without routes, `undefined` for one that could not be read. */
  routesOf(files: readonly SourceFile[]): Promise<readonly (FileRoutes | null | undefined)[]>;
  /** Frees the document's tree. */
  closeDocument(key: string): void;
  /** Trees kept by the thread of the open documents; for the test that counts them. */
  liveTrees(): Promise<number>;
  dispose(): Promise<void>;
}

export interface AnalyzerOptions {
  readonly rules: readonly Rule[];
  /** See `EngineOptions`. */
  readonly knownIds?: readonly string[];
  /** Threads for workspace files, at least one. */
  readonly jobs: number;
  /** Watchdog for a file of ordinary size; a megabyte of text adds as much again. Default 20,000. */
  readonly timeoutMs?: number;
  /** Heap limit of each thread in megabytes. Default 1,024. */
  readonly heapMb?: number;
  /** A thread without work for so long gives its memory back. Default 30,000. */
  readonly idleMs?: number;
  /** The program runs for as long as a person works: what it does again and again is worth optimizing. */
  readonly longLived?: true;
  /** The problems of the rules are all that is wanted, for every language. */
  readonly checksRules?: true;
  /** Folder with `analysisWorker.js` and `grammars/`; default `resourceFolder()`. */
  readonly resources?: string;
}

const urgent = 1;
const background = 0;

/** Rejects with a message for the user when the worker's file is missing or does not start. */
export async function createAnalyzer(options: AnalyzerOptions): Promise<Analyzer> {
  const resources = options.resources ?? resourceFolder();
  const missing = workerMissing(resources);
  if (missing) throw new Error(missing);
  tuneRuntime(options.longLived === true);
  const problems = new Map<string, RuleProblem>();
  const thread = {
    rules: options.rules,
    ...(options.knownIds ? { knownIds: options.knownIds } : {}),
    resources,
    heapMb: options.heapMb ?? 1024,
    ...(options.longLived ? { longLived: options.longLived } : {}),
    check: [],
    ...(options.checksRules ? { isThorough: true as const } : {}),
    onProblems(found: readonly RuleProblem[]) {
      for (const problem of found) problems.set(JSON.stringify(problem), problem);
    },
  };
  const idleMs = options.idleMs ?? 30_000;
  const first = createWorkerThread({ ...thread, check: options.rules.filter((rule) => !isBuiltIn(rule)) });
  try {
    await first.start();
  } catch (error) {
    await first.stop();
    throw error;
  }
  let spare: ReturnType<typeof createWorkerThread> | undefined = first;
  const createThread = () => {
    const taken = spare ?? createWorkerThread(thread);
    spare = undefined;
    return taken;
  };
  const size = Math.max(1, options.jobs);
  const pool = createWorkerPool({ size, idleMs, ...(options.longLived ? { long: longText } : {}) }, createThread);
  const open = new Map<string, symbol>();
  const documents = createWorkerPool({ size: 1, idleMs, mayEnd: () => open.size === 0 }, createThread);
  return buildAnalyzer(
    options,
    () => [...problems.values()],
    pool,
    documents,
    open,
    async () => {
      await Promise.all([pool.dispose(), documents.dispose(), spare?.stop()]);
    },
  );
}

/** Where a file is analysed or parsed, and what becomes of one that hangs or crashes there. */
function createPlaces(options: AnalyzerOptions, pool: WorkerPool, documents: WorkerPool) {
  const aside = createSetAside();
  let hasFailed = false;
  const limitFor = (file: SourceFile): number => (options.timeoutMs ?? 20_000) * (1 + Math.floor(file.text.length / 1_000_000));

  const analyzeIn = async (
    where: WorkerPool,
    job: WorkerJob & { readonly kind: "analyze" },
    priority: number,
    cancelled?: () => boolean,
  ): Promise<FileAnalysis | undefined> => {
    const known = aside.get(job.file);
    if (known) return known;
    const request = {
      job,
      timeoutMs: limitFor(job.file),
      priority,
      length: job.file.text.length,
      ...(cancelled ? { cancelled } : {}),
    };
    let outcome = await where.run(request);
    // The thread may have died of what earlier files left behind: only a second death is this file's own.
    if (outcome?.kind === "crashed" && outcome.fatal) outcome = await where.run(request);
    if (!outcome) return undefined;
    if (where === documents && outcome.kind !== "done") hasFailed = true;
    return outcome.kind === "done" ? (outcome.result as FileAnalysis) : aside.add(job.file, outcome);
  };
  /**
   * Little work waits its turn beside the open documents, which go first: a thread of its own would occupy as much memory again. It does not
   * wait for a long document, and once a file has hung or crashed there, no other is tried.
   */
  const placeFor = (files: readonly SourceFile[], mostLength: number): WorkerPool => {
    const hasRoom = !hasFailed && !pool.isRunning && documents.load <= longText;
    return options.longLived && hasRoom && lengthOf(files) <= mostLength ? documents : pool;
  };
  return { limitFor, placeFor, analyzeIn };
}

/** @param latest The last question for each open document. */
function buildAnalyzer(
  options: AnalyzerOptions,
  problems: () => readonly RuleProblem[],
  pool: WorkerPool,
  documents: WorkerPool,
  latest: Map<string, symbol>,
  dispose: () => Promise<void>,
): Analyzer {
  const { limitFor, placeFor, analyzeIn } = createPlaces(options, pool, documents);
  const collect = options.longLived ? createCollector() : () => {};
  const side = (): WorkerPool => (latest.size > 0 ? documents : pool);
  const ask = async <K extends WorkerJob["kind"]>(
    job: WorkerJob & { kind: K },
    timeoutMs: number,
  ): Promise<JobResults[K] | undefined> => resultOf<K>(await side().run({ job, timeoutMs, priority: urgent, length: 0 }));

  const analyze = async (
    where: WorkerPool,
    file: ProjectSource,
    priority: number,
    signal?: AbortSignal,
  ): Promise<FileAnalysis> => {
    const cancelled = signal ? () => signal.aborted : undefined;
    return (await analyzeIn(where, { kind: "analyze", file }, priority, cancelled)) ?? notAnalysed(file, stopped(file.path));
  };
  return {
    rules: options.rules,
    get problems() {
      return problems();
    },
    analyze: (file) => analyze(pool, file, urgent),
    analyzeAll(files, allOptions) {
      const where = placeFor(files, littleToAnalyze);
      const most = options.longLived ? longText : Number.POSITIVE_INFINITY;
      return analyzeInOrder(files, most, (file) => analyze(where, file, background, allOptions?.signal), allOptions);
    },
    fix: (file, finding) => ask({ kind: "fix", file, finding }, limitFor(file)),
    fixAll: (file, fingerprints) => ask({ kind: "fixAll", file, fingerprints }, 3 * limitFor(file)),
    ignore: (file, finding, reason) => ask({ kind: "ignore", file, finding, reason }, limitFor(file)),
    testRules: async (rules, tests) => {
      const job = { kind: "testRules", rules, tests } as const;
      return resultOf<"testRules">(
        await pool.run({ job, timeoutMs: options.timeoutMs ?? 20_000, priority: background, length: 0 }),
      );
    },
    async analyzeDocument(key, file, whole = false) {
      const token = Symbol(key);
      latest.set(key, token);
      const superseded = (): boolean => latest.get(key) !== token;
      const analysis = await analyzeIn(documents, { kind: "analyze", file, document: key, whole }, urgent, superseded);
      collect();
      return superseded() ? undefined : analysis;
    },
    async routesOf(files) {
      const where = placeFor(files, littleToParse);
      const jobs = files.map((file) =>
        where.run({ job: { kind: "routes", file }, timeoutMs: limitFor(file), priority: background, length: file.text.length }),
      );
      const found = await Promise.all(jobs);
      return found.map((outcome) => resultOf<"routes">(outcome));
    },
    closeDocument(key) {
      if (!latest.delete(key)) return;
      void documents.run({ job: { kind: "close", document: key }, timeoutMs: 10_000, priority: urgent, length: 0 });
    },
    async liveTrees() {
      return (
        resultOf<"liveTrees">(
          await documents.run({ job: { kind: "liveTrees" }, timeoutMs: 10_000, priority: background, length: 0 }),
        ) ?? 0
      );
    },
    dispose,
  };
}

/** UTF-16 units: seconds of work, which short files do not wait for in an editor. */
export const longText = 500_000;

/** The build has compiled these, and fails when one does not. */
function isBuiltIn(rule: Rule): boolean {
  return /^rules[\\/][^\\/]+[\\/]/.test(rule.place.file);
}

/** UTF-16 units: a second or so of work, file by file. */
const littleToAnalyze = 200_000;
const littleToParse = 6_000_000;

function lengthOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

/** UTF-16 units: a longer file takes long. */
const longFile = 60_000;

/**
 * Begins with the longest files, so that no thread is left with one of them at the end. The others come as they stand in their folders:
 * neighbours import the same files, which are then still at hand.
 *
 * @param most A file of more UTF-16 units comes last.
 */
async function analyzeInOrder(
  files: readonly ProjectSource[],
  most: number,
  analyze: (file: ProjectSource) => Promise<FileAnalysis>,
  options?: AnalyzeAllOptions,
): Promise<FileAnalysis[]> {
  const results = new Array<FileAnalysis>(files.length);
  const length = ({ file }: { readonly file: ProjectSource }): number =>
    file.text.length > most ? 0 : Math.max(longFile, file.text.length);
  const ordered = files.map((file, index) => ({ file, index })).sort((a, b) => length(b) - length(a));
  let done = 0;
  await Promise.all(
    ordered.map(async ({ file, index }) => {
      results[index] = await analyze(file);
      options?.onProgress?.(++done, files.length);
    }),
  );
  return results;
}

function resultOf<K extends WorkerJob["kind"]>(outcome: JobOutcome | undefined): JobResults[K] | undefined {
  return outcome?.kind === "done" ? (outcome.result as JobResults[K]) : undefined;
}

function stopped(path: string) {
  return { path, reason: "not checked", detail: "The review was cancelled before this file." } as const;
}
