/** Runs a task at most so often; the last call of a burst always leads to a run. */

export interface RateLimited {
  call(): void;
  dispose(): void;
}

export function rateLimit(task: () => void, everyMs: number): RateLimited {
  let timer: NodeJS.Timeout | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const run = (): void => {
    timer = undefined;
    last = performance.now();
    task();
  };
  return {
    call() {
      if (timer) return;
      timer = setTimeout(run, Math.max(0, last + everyMs - performance.now()));
    },
    dispose: () => clearTimeout(timer),
  };
}
