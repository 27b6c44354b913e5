/** One worker thread with a watchdog: does one job at a time, is ended when it hangs, and starts again after any crash. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import { tuneAfterWorker } from "./tuneRuntime.ts";
import { watch } from "./watchdog.ts";
import type { WorkerJob, WorkerReply, WorkerRequest, WorkerSetup } from "./workerMessages.ts";

export type JobOutcome =
  | { readonly kind: "done"; readonly result: unknown }
  /** The worker ended, or the engine threw. `fatal` when the thread is gone. */
  | { readonly kind: "crashed"; readonly detail: string; readonly ruleId?: string; readonly fatal: boolean }
  | { readonly kind: "timed out"; readonly ruleId?: string; readonly milliseconds: number };

export interface ThreadOptions {
  readonly rules: readonly Rule[];
  readonly knownIds?: readonly string[];
  readonly resources: string;
  /** See `AnalyzerOptions`. */
  readonly longLived?: true;
  /** Limit of the JavaScript heap of the thread, in megabytes. */
  readonly heapMb: number;
  /** See `WorkerSetup`. */
  readonly check: readonly Rule[];
  readonly isThorough?: true;
  /** Rules that did not compile, as they become known; may repeat itself. */
  onProblems(problems: readonly RuleProblem[]): void;
}

export interface WorkerThread {
  /** Never rejects. Jobs must not overlap: the caller waits for the outcome before it sends the next. */
  run(job: WorkerJob, timeoutMs: number): Promise<JobOutcome>;
  /** Resolves when the thread is ready; starts it if it is not running. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether it occupies memory. */
  readonly isRunning: boolean;
}

const startTimeoutMs = 60_000;
/** Megabytes. The engine takes five times as much when it is left alone, and never gives it back. */
const youngMb = 8;

/** The thread starts with the first job and after each end. `start` rejects when it cannot start; `run` answers "crashed". */
export function createWorkerThread(options: ThreadOptions): WorkerThread {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  let worker: Worker | undefined;
  let starting: Promise<void> | undefined;
  let nextId = 1;

  const forget = (gone: Worker): void => {
    if (worker !== gone) return;
    worker = undefined;
    starting = undefined;
  };
  const end = async (): Promise<void> => {
    const gone = worker;
    if (!gone) return;
    forget(gone);
    await gone.terminate();
  };
  const start = (): Promise<void> => {
    starting ??= launch();
    return starting;
  };
  const launch = (): Promise<void> => {
    progress[0] = 0;
    const setup: WorkerSetup = {
      rules: options.rules,
      ...(options.knownIds ? { knownIds: options.knownIds } : {}),
      resources: options.resources,
      progress: progress.buffer as SharedArrayBuffer,
      check: options.check,
      ...(options.isThorough ? { isThorough: options.isThorough } : {}),
      ...(options.longLived ? { longLived: options.longLived } : {}),
    };
    const fresh = new Worker(join(options.resources, "analysisWorker.js"), {
      workerData: setup,
      name: "linewarden analysis",
      // What the thread prints must never reach the protocol on standard output.
      stdout: true,
      resourceLimits: {
        maxOldGenerationSizeMb: options.heapMb,
        ...(options.longLived ? { maxYoungGenerationSizeMb: youngMb } : {}),
      },
    });
    worker = fresh;
    fresh.on("error", () => forget(fresh));
    fresh.on("exit", () => forget(fresh));
    fresh.on("message", (reply: WorkerReply) => {
      if ("problems" in reply && reply.problems) options.onProblems(reply.problems);
    });
    return awaitReady(fresh).finally(() => options.longLived && tuneAfterWorker());
  };
  const run = async (job: WorkerJob, timeoutMs: number): Promise<JobOutcome> => {
    try {
      await start();
    } catch (error) {
      await end();
      return { kind: "crashed", detail: `The analysis could not start: ${messageOf(error)}`, fatal: true };
    }
    const active = worker;
    if (!active) return { kind: "crashed", detail: "The analysis ended before it began.", fatal: true };
    active.ref();
    const outcome = await ask(active, { id: nextId++, job }, timeoutMs, progress, options.rules);
    if (outcome.kind === "timed out" || (outcome.kind === "crashed" && outcome.fatal)) {
      if (worker === active) await end();
    } else active.unref();
    return outcome;
  };
  return {
    run,
    start,
    stop: end,
    get isRunning() {
      return worker !== undefined;
    },
  };
}

/** @returns Why no worker can be started from this folder; `undefined` when its file is there. */
export function workerMissing(resources: string): string | undefined {
  const file = join(resources, "analysisWorker.js");
  return existsSync(file)
    ? undefined
    : `The analysis worker is missing: ${file}. Run \`npm run build\`, or install Linewarden again.`;
}

function awaitReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const release = watch(startTimeoutMs, () => finish(() => reject(new Error(`no answer for ${startTimeoutMs / 1000} s`))));
    const onMessage = (reply: WorkerReply): void => {
      if ("ready" in reply)
        finish(() => {
          worker.unref();
          resolve();
        });
    };
    const onError = (error: Error): void => finish(() => reject(error));
    const onExit = (code: number): void => finish(() => reject(new Error(`the worker ended with status ${code}`)));
    const finish = (settle: () => void): void => {
      release();
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      settle();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}

function ask(
  worker: Worker,
  request: WorkerRequest,
  timeoutMs: number,
  progress: Int32Array,
  rules: readonly Rule[],
): Promise<JobOutcome> {
  return new Promise((resolve) => {
    const atWork = (): { ruleId?: string } => {
      const ruleId = rules[(progress[0] ?? 0) - 1]?.id;
      return ruleId === undefined ? {} : { ruleId };
    };
    const release = watch(timeoutMs, () => finish({ kind: "timed out", milliseconds: timeoutMs, ...atWork() }));
    const onMessage = (reply: WorkerReply): void => {
      if (!("id" in reply) || reply.id !== request.id) return;
      if ("failure" in reply) finish({ kind: "crashed", detail: reply.failure, fatal: false, ...atWork() });
      else finish({ kind: "done", result: reply.result });
    };
    const onError = (error: Error): void => finish({ kind: "crashed", detail: messageOf(error), fatal: true, ...atWork() });
    const onExit = (code: number): void =>
      finish({ kind: "crashed", detail: `The worker ended with status ${code}.`, fatal: true, ...atWork() });
    const finish = (outcome: JobOutcome): void => {
      release();
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      resolve(outcome);
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(request);
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
