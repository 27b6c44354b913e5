/** Tasks that wait until nobody has asked for them again for a moment. */

export interface RestTask {
  task(): void;
  /** Somebody waits for what it does. */
  readonly isBusy: boolean;
}

export interface AtRest {
  /** Runs the last task that was given for a key, `delayMs` after it was given; at once for 0. */
  run(key: string, delayMs: number, rest: RestTask): void;
  readonly busy: boolean;
  dispose(): void;
}

export function createAtRest(): AtRest {
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; readonly isBusy: boolean }>();
  return {
    run(key, delayMs, { task, isBusy }) {
      clearTimeout(waiting.get(key)?.timer);
      const go = (): void => {
        waiting.delete(key);
        task();
      };
      if (delayMs > 0) waiting.set(key, { timer: setTimeout(go, delayMs), isBusy });
      else go();
    },
    get busy() {
      return [...waiting.values()].some((one) => one.isBusy);
    },
    dispose() {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
