/** A queue of jobs over a few worker threads: urgent ones first, each crash ends one job and never the queue. */

import { WaitingLine } from "./waitingLine.ts";
import type { WorkerJob } from "./workerMessages.ts";
import type { JobOutcome, WorkerThread } from "./workerThread.ts";

export interface PoolJob {
  readonly job: WorkerJob;
  readonly timeoutMs: number;
  /** Higher first; equal ones in the order in which they came. */
  readonly priority: number;
  /** Length of the text that is worked on, in UTF-16 units. */
  readonly length: number;
  /** Asked just before the job starts: true leaves it undone, and its promise resolves with `undefined`. */
  readonly cancelled?: () => boolean;
}

export interface WorkerPool {
  /** Never rejects. `undefined`: cancelled, or the pool was disposed. */
  run(job: PoolJob): Promise<JobOutcome | undefined>;
  /** Whether any of its threads occupies memory. */
  readonly isRunning: boolean;
  /** Length of the texts that are worked on or wait, in UTF-16 units. */
  readonly load: number;
  dispose(): Promise<void>;
}

interface Waiting extends PoolJob {
  settle(outcome: JobOutcome | undefined): void;
}

/** UTF-16 units: a thread takes about as long to start as another one needs for so much text. */
const worthAnotherThread = 250_000;
/** What has waited for so long gets a thread of its own, since the one before it may be stuck. */
const longestWaitMs = 1000;

export interface PoolOptions {
  readonly size: number;
  /** A thread without work for so long is ended, and its memory given back; without it, none is. */
  readonly idleMs?: number;
  /** Asked then: false leaves the thread as it is until it has had work again. Default: it may. */
  mayEnd?(): boolean;
  /** What is not so long, in UTF-16 units, goes before what is, and gets one thread more where all others work on that. Default: it waits. */
  readonly long?: number;
}

export function createWorkerPool(options: PoolOptions, createThread: () => WorkerThread): WorkerPool {
  const { size, idleMs, mayEnd = () => true, long = Number.POSITIVE_INFINITY } = options;
  const free: WorkerThread[] = [];
  const all: WorkerThread[] = [];
  const queue = new WaitingLine<Waiting>();
  const idleTimers = new Map<WorkerThread, NodeJS.Timeout>();
  let disposed = false;
  let load = 0;
  /** How many threads work on a long text. */
  let atLong = 0;
  let overdue: NodeJS.Timeout | undefined;

  const isWorthAnother = (): boolean => all.length === 0 || isMuch(queue);
  /** @param start Whether another thread is started even for little work. */
  const take = (start: boolean, length: number): WorkerThread | undefined => {
    const isBeside = atLong === size && length <= long;
    if (all.length - free.length >= (isBeside ? size + 1 : size)) return undefined;
    const mayStart = isBeside || (all.length < size && (start || isWorthAnother()));
    const thread = free.pop() ?? (mayStart ? createThread() : undefined);
    if (!thread) return undefined;
    if (!all.includes(thread)) all.push(thread);
    clearTimeout(idleTimers.get(thread));
    return thread;
  };
  const giveBack = (thread: WorkerThread): void => {
    free.push(thread);
    if (idleMs !== undefined) {
      const timer = setTimeout(() => mayEnd() && void thread.stop(), idleMs);
      timer.unref();
      idleTimers.set(thread, timer);
    }
    pump();
  };
  const pump = (start = false): void => {
    for (let first = queue.first; first && !disposed; first = queue.first) {
      if (first.cancelled?.()) {
        queue.shift();
        first.settle(undefined);
        continue;
      }
      const thread = take(start, first.length);
      if (!thread) {
        if (all.length < size) overdue ??= setTimeout(startForOverdue, longestWaitMs).unref();
        return;
      }
      queue.shift();
      const { job, timeoutMs, settle, length } = first;
      if (length > long) atLong++;
      void thread.run(job, timeoutMs).then((outcome) => {
        if (length > long) atLong--;
        settle(outcome);
        giveBack(thread);
      });
    }
  };
  const startForOverdue = (): void => {
    overdue = undefined;
    pump(true);
  };
  return {
    run: (job) =>
      new Promise((resolve) => {
        if (disposed) return resolve(undefined);
        load += job.length;
        const settle = (outcome: JobOutcome | undefined): void => {
          load -= job.length;
          resolve(outcome);
        };
        queue.push({ ...job, priority: 2 * job.priority + (job.length > long ? 0 : 1), settle });
        pump();
      }),
    get isRunning() {
      return all.some((thread) => thread.isRunning);
    },
    get load() {
      return load;
    },
    async dispose() {
      disposed = true;
      for (let waiting = queue.shift(); waiting; waiting = queue.shift()) waiting.settle(undefined);
      for (const timer of idleTimers.values()) clearTimeout(timer);
      clearTimeout(overdue);
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}

function isMuch(queue: Iterable<Waiting>): boolean {
  let waiting = 0;
  for (const { length } of queue) {
    waiting += length;
    if (waiting >= worthAnotherThread) return true;
  }
  return false;
}
