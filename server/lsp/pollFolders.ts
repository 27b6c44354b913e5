/** Looks at the folders now and then, for editors that do not tell of files. */

import { join } from "node:path";
import type { ReviewRoot } from "./reviewRoot.ts";

export interface PollHost {
  roots(): readonly ReviewRoot[];
  /** A file of a root is another one. @param file Absolute. */
  changedOnDisk(root: ReviewRoot, file: string): void;
}

/** Milliseconds; longer where a look takes long. */
const shortestMs = 2_000;
const longestMs = 10_000;

type Texts = ReadonlyMap<string, string | undefined>;

/** @returns Ends it. */
export function pollFolders(host: PollHost): () => void {
  const known = new WeakMap<ReviewRoot, Texts>();
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number): void => {
    timer = setTimeout(() => void look(), ms).unref();
  };
  const look = async (): Promise<void> => {
    const begun = performance.now();
    for (const root of host.roots()) {
      // The first time: as the folder was read when it was opened.
      const before = known.get(root) ?? textsOf(root);
      root.refresh();
      await root.idle();
      const now = textsOf(root);
      for (const path of differing(before, now)) host.changedOnDisk(root, join(root.dir, path));
      known.set(root, now);
    }
    if (timer !== undefined) wait(Math.min(longestMs, Math.max(shortestMs, 20 * (performance.now() - begun))));
  };
  wait(shortestMs);
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}

/** Of the changed files, as they stand on disk. */
function textsOf(root: ReviewRoot): Texts {
  return new Map((root.changes?.working.files ?? []).map(({ path, text }) => [path, text]));
}

function differing(before: Texts, now: Texts): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
}
