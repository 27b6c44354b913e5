/** Gives memory back when nothing has been asked of a long-lived thread for a moment. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds: longer than between two keys. */
const restMs = 500;

/** @returns To be called after each piece of work. Does nothing in an editor's own runtime, which may forbid it. */
export function createCollector(): () => void {
  if (process.versions.electron !== undefined) return () => {};
  let collect: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    timer ??= setTimeout(() => {
      setFlagsFromString("--expose-gc");
      collect ??= runInNewContext("gc") as () => void;
      setFlagsFromString("--no-expose-gc");
      collect();
    }, restMs).unref();
    timer.refresh();
  };
}
