/** Runs an asynchronous task one at a time; calls during a run lead to exactly one more run. */

export interface Coalesced {
  /** Asks for a run after `delayMs`; an earlier request keeps its earlier time. */
  request(delayMs?: number): void;
  /** Resolves when no run is under way or asked for. */
  idle(): Promise<void>;
  readonly busy: boolean;
  dispose(): void;
}

/** @param task Must not reject; what it throws goes to `onError`, and the next run goes on. */
export function coalesce(task: () => Promise<void>, onError: (error: unknown) => void): Coalesced {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = 0;
  let running = false;
  let again = false;
  let disposed = false;
  let waiting: (() => void)[] = [];

  const settle = (): void => {
    const done = waiting;
    waiting = [];
    for (const resolve of done) resolve();
  };
  const run = async (): Promise<void> => {
    timer = undefined;
    running = true;
    try {
      await task();
    } catch (error) {
      onError(error);
    }
    running = false;
    if (again && !disposed) {
      again = false;
      request(0);
    } else settle();
  };
  const request = (delayMs = 0): void => {
    if (disposed) return;
    if (running) {
      again = true;
      return;
    }
    const at = performance.now() + delayMs;
    if (timer && at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => void run(), delayMs);
  };
  return {
    request,
    idle: () => (running || timer ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    get busy() {
      return running || timer !== undefined;
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
      timer = undefined;
      settle();
    },
  };
}
