/** Analyses of very long closed files, which go on while the folder is read again: nobody waits for them. */

import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { SidedSource } from "./analysisCache.ts";
import type { ReviewProgress } from "./progress.ts";

export interface LongWork {
  readonly busy: boolean;
  /** Whether this text is being analysed. */
  holds(source: SidedSource): boolean;
  /** What was, or is being, compared with other routes than these sources say is made anew; it stands until then. */
  compareRoutes(sources: readonly SidedSource[]): void;
  /** Begins with those that are not under way. A text that nobody wants any more is analysed to its end all the same. */
  begin(sources: readonly SidedSource[]): void;
}

export interface LongWorkHost {
  /** Settles when what can be analysed is known. */
  ensure(sources: readonly SidedSource[], progress: ReviewProgress): Promise<void>;
  /** The same as before where nothing had to be done. */
  analysisOf(source: SidedSource): FileAnalysis | undefined;
  /** It is to be made anew by the next `ensure`. */
  outdate(source: SidedSource): void;
  progress(): ReviewProgress;
  /** Something is known now. Called as long as `busy` is true. `isWhole`: nobody stopped it. */
  onDone(isWhole: boolean): void;
  onError(error: unknown): void;
}

export function createLongWork(host: LongWorkHost): LongWork {
  const underWay = new Set<SidedSource>();
  /** Those of them whose routes are compared with others by now. */
  const late = new Set<SidedSource>();
  /** Done since routes were last compared. */
  const done = new Set<SidedSource>();
  const holds = (source: SidedSource): boolean => sameText(underWay, source) !== undefined;
  return {
    get busy() {
      return underWay.size > 0;
    },
    holds,
    compareRoutes(sources) {
      for (const source of sources) {
        const held = sameText(underWay, source);
        const finished = sameText(done, source);
        if (held && sameRoutes(held, source)) late.delete(held);
        else if (held) late.add(held);
        if (finished && !sameRoutes(finished, source)) host.outdate(source);
      }
      done.clear();
    },
    begin(sources) {
      const wanted = sources.filter((source) => !holds(source));
      if (wanted.length === 0) return;
      for (const source of wanted) underWay.add(source);
      const progress = host.progress();
      const before = wanted.map((source) => host.analysisOf(source));
      host
        .ensure(wanted, progress)
        .then(() => {
          const anew = wanted.filter((source) => late.has(source));
          for (const source of anew) host.outdate(source);
          const isOther = wanted.some((source, index) => host.analysisOf(source) !== before[index]);
          if (isOther || anew.length > 0) host.onDone(!progress.signal.aborted);
        })
        .catch((error: unknown) => host.onError(error))
        .finally(() => {
          progress.end();
          for (const source of wanted) {
            underWay.delete(source);
            late.delete(source);
            done.add(source);
          }
        });
    },
  };
}

function sameText(among: Iterable<SidedSource>, { path, text, side }: SidedSource): SidedSource | undefined {
  for (const one of among) if (one.path === path && one.side === side && one.text === text) return one;
  return undefined;
}

function sameRoutes(one: SidedSource, other: SidedSource): boolean {
  return one.project === other.project || JSON.stringify(one.project) === JSON.stringify(other.project);
}
