/** Tasks that wait until nobody has asked for them again for a moment. */

export interface AtRest {
  /** Runs the last task that was given for a key, `delayMs` after it was given; at once for 0. */
  run(key: string, delayMs: number, task: () => void): void;
  readonly busy: boolean;
  dispose(): void;
}

export function createAtRest(): AtRest {
  const waiting = new Map<string, NodeJS.Timeout>();
  return {
    run(key, delayMs, task) {
      clearTimeout(waiting.get(key));
      const go = (): void => {
        waiting.delete(key);
        task();
      };
      if (delayMs > 0) waiting.set(key, setTimeout(go, delayMs));
      else go();
    },
    get busy() {
      return waiting.size > 0;
    },
    dispose() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
