/** Keeps the analyses of the texts that the present change consists of, so that a re-read of the folder costs only what changed. */

import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { AnalyzeAllOptions, Analyzer } from "../host/analyzer.ts";
import type { ProjectSource } from "../host/moduleReader.ts";
import type { KnownAnalysis } from "./keptAnalyses.ts";

/** A text may say other things in the base, where what it imports was another one. */
export type CacheSide = "current" | "base";

export interface SidedSource extends ProjectSource {
  /** Default "current". */
  readonly side?: CacheSide;
}

export interface AnalysisCache {
  get(path: string, text: string, side?: CacheSide): FileAnalysis | undefined;
  put(file: SidedSource, analysis: FileAnalysis, begun: number): void;
  /**
   * The same for what an open document shows. Each key that is pressed makes another text: those that nobody else asked for are forgotten.
   *
   * @param shown The texts that open documents of this path hold now.
   */
  putShown(file: ProjectSource, analysis: FileAnalysis, begun: number, shown: readonly string[]): void;
  /**
   * Analyses what is not known yet. After an abort the rest stays unknown.
   *
   * @param start Called when something is to be analysed. @param kept What an earlier run found counts as known.
   */
  ensure(
    start: () => Promise<Analyzer>,
    files: readonly SidedSource[],
    kept: (file: SidedSource) => Promise<FileAnalysis | undefined>,
    options?: AnalyzeAllOptions,
  ): Promise<void>;
  /** All that is known and not outdated. */
  known(): readonly KnownAnalysis[];
  /** Forgets every text that is not among these. */
  keep(files: readonly SourceFile[]): void;
  /**
   * What was analysed with the help of this file is analysed again by the next `ensure`, and stands until then.
   *
   * @param isClosed Its text no longer comes with the question, but from where the file stands. @returns Whether anything may be another.
   */
  outdateDependents(path: string, isClosed: boolean): boolean;
  /** The same for these files, whatever they import. */
  outdate(isOutdated: (file: SourceFile) => boolean): void;
  clear(): void;
}

interface Entry extends KnownAnalysis {
  readonly text: string;
  readonly side: CacheSide;
  /** A file that it was read with is another one now. */
  readonly outdated: boolean;
  /** Only the open document that holds it has asked for it. */
  isShown?: boolean;
}

export function createAnalysisCache(): AnalysisCache {
  const entries = new Map<string, Entry[]>();
  /** Files that became others while analyses were under way. */
  const meanwhile = new Set<Set<string>>();
  const find = ({ path, text, side = "current" }: Pick<SidedSource, "path" | "text" | "side">): Entry | undefined =>
    entries.get(path)?.find((entry) => entry.text === text && entry.side === side);
  const keepEntry = (file: SidedSource, entry: Pick<Entry, "analysis" | "begun" | "outdated" | "isShown">) => {
    const { path, text, side = "current" } = file;
    const others = (entries.get(path) ?? []).filter((other) => other.text !== text || other.side !== side);
    entries.set(path, [...others, { file, text, side, ...entry }]);
  };
  return {
    get: (path, text, side) => find({ path, text, ...(side ? { side } : {}) })?.analysis,
    put: (file, analysis, begun) => keepEntry(file, { analysis, begun, outdated: false }),
    putShown(file, analysis, begun, shown) {
      const known = find(file);
      const isShown = known === undefined || known.isShown === true;
      const left = (entries.get(file.path) ?? []).filter((entry) => !entry.isShown || shown.includes(entry.text));
      entries.set(file.path, left);
      keepEntry(file, { analysis, begun, outdated: false, isShown });
    },
    async ensure(start, files, kept, options) {
      const begun = Date.now();
      const isKnown = (file: SidedSource): boolean => {
        const entry = find(file);
        if (entry === undefined || entry.outdated || importsOthers(entry, file)) return false;
        entry.isShown = false;
        return true;
      };
      for (const file of files) {
        const analysis = isKnown(file) ? undefined : await kept(file);
        if (analysis) keepEntry(file, { analysis, begun, outdated: false });
      }
      const missing = files.filter((file) => !isKnown(file));
      if (missing.length === 0) return;
      const analyzer = await start();
      const changed = new Set<string>();
      meanwhile.add(changed);
      const results = await analyzer.analyzeAll(missing, options).finally(() => meanwhile.delete(changed));
      for (const [index, file] of missing.entries()) {
        const analysis = results[index];
        if (analysis && !wasCancelled(analysis))
          keepEntry(file, { analysis, begun, outdated: [...changed].some((path) => readsDirectly({ file, analysis }, path)) });
      }
    },
    known: () => [...entries.values()].flat().filter(({ outdated }) => !outdated),
    keep(files) {
      const wanted = new Map<string, Set<string>>();
      for (const { path, text } of files) wanted.set(path, (wanted.get(path) ?? new Set()).add(text));
      for (const [path, known] of entries) {
        const left = known.filter((entry) => wanted.get(path)?.has(entry.text));
        if (left.length > 0) entries.set(path, left);
        else entries.delete(path);
      }
    },
    outdateDependents(changed, isClosed) {
      for (const paths of meanwhile) paths.add(changed);
      let any = meanwhile.size > 0;
      const imports = ({ analysis }: Entry): boolean => analysis.imports?.includes(changed) === true;
      for (const [path, known] of entries) {
        // A file that imports itself by way of others has its own text already.
        if (path === changed || !known.some(imports)) continue;
        const reads = (entry: Entry): boolean => readsDirectly(entry, changed) || (isClosed && entry.side === "current");
        entries.set(
          path,
          known.map((entry) => (imports(entry) && reads(entry) ? { ...entry, outdated: true } : entry)),
        );
        any ||= known.some((entry) => imports(entry) && (reads(entry) || entry.side === "current"));
      }
      return any;
    },
    outdate(isOutdated) {
      for (const [path, known] of entries)
        entries.set(
          path,
          known.map((entry) => (isOutdated({ path, text: entry.text }) ? { ...entry, outdated: true } : entry)),
        );
    },
    clear: () => entries.clear(),
  };
}

/** Whether a file was read where it stands, and not in the texts that came with the question. */
function readsDirectly({ file, analysis }: Pick<Entry, "file" | "analysis">, path: string): boolean {
  return analysis.imports?.includes(path) === true && textIn(file, path) === undefined;
}

/**
 * Whether a file that it imports has another text now. Where only one of both came with the question, the other was read where the file stands: that is
 * what open documents and the disk hold now, and need not be what the base holds.
 */
function importsOthers({ file, analysis, side }: Entry, now: SidedSource): boolean {
  return (analysis.imports ?? []).some((path) => {
    const [before, after] = [textIn(file, path), textIn(now, path)];
    return before !== after && (side === "base" || (before !== undefined && after !== undefined));
  });
}

/** `null`: there is no such file. */
function textIn({ imports }: ProjectSource, path: string): string | null | undefined {
  return imports?.texts && Object.hasOwn(imports.texts, path) ? imports.texts[path] : undefined;
}

function wasCancelled(analysis: FileAnalysis): boolean {
  return analysis.notReviewed.some((one) => one.reason === "not checked" && one.path === analysis.path && !analysis.reviewed);
}
