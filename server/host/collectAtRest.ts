/** Gives memory back when nothing has been asked of a long-lived thread for a moment. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds: longer than between two keys. */
const restMs = 500;

/** @returns To be called after each piece of work; never throws. Does nothing in an editor's own runtime, which may forbid it. */
export function createCollector(): () => void {
  if (process.versions.electron !== undefined) return () => {};
  let collect: unknown;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    timer ??= setTimeout(() => {
      collect ??= collectorOfThread();
      if (typeof collect === "function") collect();
    }, restMs).unref();
    timer.refresh();
  };
}

/** The flag is the whole process's, and stays: another thread that took it back in between would leave this one without. */
function collectorOfThread(): unknown {
  setFlagsFromString("--expose-gc");
  return runInNewContext("globalThis.gc");
}
