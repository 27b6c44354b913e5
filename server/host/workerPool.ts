/** A queue of jobs over a few worker threads: urgent ones first, each crash ends one job and never the queue. */

import type { WorkerJob } from "./workerMessages.ts";
import type { JobOutcome, WorkerThread } from "./workerThread.ts";

export interface PoolJob {
  readonly job: WorkerJob;
  readonly timeoutMs: number;
  /** Higher first; equal ones in the order in which they came. */
  readonly priority: number;
  /** Asked just before the job starts: true leaves it undone, and its promise resolves with `undefined`. */
  readonly cancelled?: () => boolean;
}

export interface WorkerPool {
  /** Never rejects. `undefined`: cancelled, or the pool was disposed. */
  run(job: PoolJob): Promise<JobOutcome | undefined>;
  dispose(): Promise<void>;
}

interface Waiting extends PoolJob {
  settle(outcome: JobOutcome | undefined): void;
}

/** @param idleMs A thread without work for so long is ended, and its memory given back; without it, none is. */
export function createWorkerPool(size: number, createThread: () => WorkerThread, idleMs?: number): WorkerPool {
  const free: WorkerThread[] = [];
  const all: WorkerThread[] = [];
  const queue: Waiting[] = [];
  const idleTimers = new Map<WorkerThread, NodeJS.Timeout>();
  let disposed = false;

  const take = (): WorkerThread | undefined => {
    const thread = free.pop() ?? (all.length < size ? createThread() : undefined);
    if (!thread) return undefined;
    if (!all.includes(thread)) all.push(thread);
    clearTimeout(idleTimers.get(thread));
    return thread;
  };
  const giveBack = (thread: WorkerThread): void => {
    free.push(thread);
    if (idleMs !== undefined) {
      const timer = setTimeout(() => void thread.stop(), idleMs);
      timer.unref();
      idleTimers.set(thread, timer);
    }
    pump();
  };
  const pump = (): void => {
    while (queue.length > 0 && !disposed) {
      if (queue[0]?.cancelled?.()) {
        queue.shift()?.settle(undefined);
        continue;
      }
      const thread = take();
      if (!thread) return;
      const next = queue.shift();
      if (!next) {
        giveBack(thread);
        return;
      }
      void thread.run(next.job, next.timeoutMs).then((outcome) => {
        next.settle(outcome);
        giveBack(thread);
      });
    }
  };
  return {
    run: (job) =>
      new Promise((settle) => {
        if (disposed) return settle(undefined);
        const at = queue.findIndex((other) => other.priority < job.priority);
        queue.splice(at === -1 ? queue.length : at, 0, { ...job, settle });
        pump();
      }),
    async dispose() {
      disposed = true;
      for (const waiting of queue.splice(0)) waiting.settle(undefined);
      for (const timer of idleTimers.values()) clearTimeout(timer);
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}
