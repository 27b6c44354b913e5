/** Analyses of very long closed files, which go on while the folder is read again: nobody waits for them. */

import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { SidedSource } from "./analysisCache.ts";
import type { ReviewProgress } from "./progress.ts";

export interface LongWork {
  readonly busy: boolean;
  /** Whether this text is being analysed. */
  holds(source: SidedSource): boolean;
  /** Begins with those that are not under way. A text that nobody wants any more is analysed to its end all the same. */
  begin(sources: readonly SidedSource[]): void;
}

export interface LongWorkHost {
  /** Settles when what can be analysed is known. */
  ensure(sources: readonly SidedSource[], progress: ReviewProgress): Promise<void>;
  /** The same as before where nothing had to be done. */
  analysisOf(source: SidedSource): FileAnalysis | undefined;
  progress(): ReviewProgress;
  /** Something is known now. Called as long as `busy` is true. `isWhole`: nobody stopped it. */
  onDone(isWhole: boolean): void;
  onError(error: unknown): void;
}

export function createLongWork(host: LongWorkHost): LongWork {
  const underWay = new Set<SidedSource>();
  const holds = ({ path, text, side }: SidedSource): boolean =>
    [...underWay].some((other) => other.path === path && other.side === side && other.text === text);
  return {
    get busy() {
      return underWay.size > 0;
    },
    holds,
    begin(sources) {
      const wanted = sources.filter((source) => !holds(source));
      if (wanted.length === 0) return;
      for (const source of wanted) underWay.add(source);
      const progress = host.progress();
      const before = wanted.map((source) => host.analysisOf(source));
      host
        .ensure(wanted, progress)
        .then(() => {
          if (wanted.some((source, index) => host.analysisOf(source) !== before[index])) host.onDone(!progress.signal.aborted);
        })
        .catch((error: unknown) => host.onError(error))
        .finally(() => {
          progress.end();
          for (const source of wanted) underWay.delete(source);
        });
    },
  };
}
