/** What was found when the editor last had a folder open, in texts that are the same today: shown while the engine starts. */

import path from "node:path";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import { digestsOf, isSaidAgain, isUnchanged, readerOf } from "../host/keptAnswers.ts";
import { createModuleReader, type ProjectSource } from "../host/moduleReader.ts";
import { cacheFolder } from "../store/cacheFolder.ts";
import { type ContentCache, digest, openContentCache } from "../store/contentCache.ts";
import type { FolderRules } from "./ruleSet.ts";

/** An analysis with the text that it is of. */
export interface KnownAnalysis {
  readonly file: ProjectSource;
  readonly analysis: FileAnalysis;
  /** When it was begun, in milliseconds since 1970. */
  readonly begun: number;
}

export interface KeptAnalyses {
  /**
   * Of the same text, with what it imports unchanged. Rejects when there are no rules.
   *
   * @param anyRoutes The rest of the project was not read yet: what it was compared with last time counts.
   */
  find(file: ProjectSource, anyRoutes?: boolean): Promise<FileAnalysis | undefined>;
  /** Frees what was read; nothing is found after that. */
  forget(): void;
  /** The rules are others now. */
  reset(): void;
  /**
   * Puts these in the place of what was kept. What was cut short, or read a file that changed since, is not kept. Never throws.
   *
   * @param open Texts of open documents, by path below the folder.
   */
  save(known: readonly KnownAnalysis[], open: ReadonlyMap<string, string>): void;
}

interface Answer {
  readonly analysis: FileAnalysis;
  readonly imports: Readonly<Record<string, string | null>>;
  /** Digest of the routes that it was compared with. */
  readonly routes: string;
}

/** What was kept for one set of rules. */
interface Opened {
  readonly reader: string;
  cache: ContentCache<readonly Answer[]> | undefined;
}

/**
 * @param dir Absolute. @param rulesOf The rules of the folder, as they are now.
 * @param folder Default: see `cacheFolder`.
 */
export function createKeptAnalyses(dir: string, rulesOf: () => Promise<FolderRules>, folder = cacheFolder()): KeptAnalyses {
  const file = path.join(folder, "editor", `${digest(dir)}.json`);
  const read = createModuleReader(new Map());
  let opening: Promise<Opened> | undefined;
  let opened: Opened | undefined;
  const open = (): Promise<Opened> => {
    if (opening) return opening;
    const own = rulesOf().then((rules) => {
      const reader = readerOf(rules, Date.now());
      return { reader, cache: openContentCache(file, reader, areAnswers) };
    });
    opening = own;
    const settle = (result?: Opened): void => {
      if (opening !== own) return;
      opened = result;
      if (!result) opening = undefined;
    };
    own.then(settle, () => settle());
    return own;
  };
  return {
    async find(source, anyRoutes = false) {
      const answers = (await open()).cache?.get(keyOf(source));
      if (!answers) return undefined;
      const routes = routesOf(source);
      const isRight = (answer: Answer): boolean =>
        (anyRoutes || answer.routes === routes) && isUnchanged(answer.imports, source, read);
      return answers.find(isRight)?.analysis;
    },
    forget() {
      if (opened) opened.cache = undefined;
    },
    reset() {
      opening = undefined;
      opened = undefined;
    },
    save(known, texts) {
      if (!opened) return;
      const onDisk = read({ root: dir });
      const isUnsaved = (one: string): boolean => texts.has(one) && texts.get(one) !== onDisk?.(one);
      const answers = new Map<string, Answer[]>();
      for (const { file: source, analysis, begun } of known) {
        if (analysis.partial || !analysis.notReviewed.every(isSaidAgain) || analysis.imports?.some(isUnsaved)) continue;
        const imports = digestsOf(analysis.imports ?? [], source, read, begun);
        if (!imports) continue;
        const key = keyOf(source);
        answers.set(key, [...(answers.get(key) ?? []), { analysis, imports, routes: routesOf(source) }]);
      }
      const cache = openContentCache(file, opened.reader, areAnswers);
      for (const [key, kept] of answers) cache.put(key, kept);
      cache.save();
    },
  };
}

function keyOf({ path: name, text, language, guards }: ProjectSource): string {
  return digest(JSON.stringify([name, text, language ?? "", guards ?? ""]));
}

function routesOf({ project }: ProjectSource): string {
  return project ? digest(JSON.stringify(project)) : "";
}

function areAnswers(value: unknown): value is readonly Answer[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one: unknown) => typeof one === "object" && one !== null && "analysis" in one && "imports" in one && "routes" in one,
    )
  );
}
