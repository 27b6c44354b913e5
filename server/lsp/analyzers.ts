/** One analyzer for each set of rules in use: folders without rules of their own share one. */

import { type Analyzer, createAnalyzer } from "../host/analyzer.ts";
import type { FolderRules } from "./ruleSet.ts";

export interface Analyzers {
  /** Rejects when no worker can be started. */
  forRules(rules: FolderRules): Promise<Analyzer>;
  /** The analyzer of these rules, if it runs already. */
  started(rules: FolderRules): Analyzer | undefined;
  /** Ends the analyzers of all other sets. */
  keep(sets: readonly FolderRules[]): Promise<void>;
  /** Frees the tree of a document; what imports it reads the disk from here on. */
  closeDocument(uri: string): void;
  all(): readonly Promise<Analyzer>[];
  dispose(): Promise<void>;
}

/** Shorter than on the command line: a person waits for the files behind the one that hangs. */
const watchdogMs = 10_000;

export function createAnalyzers(jobs: number): Analyzers {
  const running = new Map<string, Promise<Analyzer>>();
  const ready = new Map<string, Analyzer>();

  const stop = async (key: string): Promise<void> => {
    const analyzer = running.get(key);
    running.delete(key);
    ready.delete(key);
    await analyzer?.then((one) => one.dispose()).catch(() => {});
  };
  return {
    forRules(rules) {
      const known = running.get(rules.key);
      if (known) return known;
      const fresh = createAnalyzer({
        rules: rules.rules,
        jobs,
        timeoutMs: watchdogMs,
        longLived: true,
        ...(rules.knownIds ? { knownIds: rules.knownIds } : {}),
      });
      running.set(rules.key, fresh);
      // A worker that could not start is tried again with the next request.
      fresh.then(
        (analyzer) => {
          if (running.get(rules.key) === fresh) ready.set(rules.key, analyzer);
        },
        () => running.delete(rules.key),
      );
      return fresh;
    },
    started: (rules) => ready.get(rules.key),
    async keep(sets) {
      const wanted = new Set(sets.map((set) => set.key));
      await Promise.all([...running.keys()].filter((key) => !wanted.has(key)).map(stop));
    },
    closeDocument(uri) {
      for (const analyzer of running.values()) void analyzer.then((one) => one.closeDocument(uri)).catch(() => {});
    },
    all: () => [...running.values()],
    async dispose() {
      await Promise.all([...running.keys()].map(stop));
    },
  };
}
