/** Keeps the analyses of the texts that the present change consists of, so that a re-read of the folder costs only what changed. */

import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { AnalyzeAllOptions, Analyzer } from "../host/analyzer.ts";
import type { ProjectSource } from "../host/moduleReader.ts";

/** A text may say other things in the base, where what it imports was another one. */
export type CacheSide = "current" | "base";

export interface SidedSource extends ProjectSource {
  /** Default "current". */
  readonly side?: CacheSide;
}

export interface AnalysisCache {
  get(path: string, text: string, side?: CacheSide): FileAnalysis | undefined;
  put(file: Pick<SidedSource, "path" | "text" | "side">, analysis: FileAnalysis): void;
  /** Analyses what is not known yet. After an abort the rest stays unknown. */
  ensure(analyzer: Analyzer, files: readonly SidedSource[], options?: AnalyzeAllOptions): Promise<void>;
  /** Forgets every text that is not among these. */
  keep(files: readonly SourceFile[]): void;
  /** Forgets what was analysed with the help of this file. */
  forgetDependents(path: string): void;
  clear(): void;
}

interface Entry {
  readonly text: string;
  readonly side: CacheSide;
  readonly analysis: FileAnalysis;
}

export function createAnalysisCache(): AnalysisCache {
  const entries = new Map<string, Entry[]>();
  const get: AnalysisCache["get"] = (path, text, side = "current") =>
    entries.get(path)?.find((entry) => entry.text === text && entry.side === side)?.analysis;
  const put: AnalysisCache["put"] = ({ path, text, side = "current" }, analysis) => {
    const others = (entries.get(path) ?? []).filter((entry) => entry.text !== text || entry.side !== side);
    entries.set(path, [...others, { text, side, analysis }]);
  };
  return {
    get,
    put,
    async ensure(analyzer, files, options) {
      const missing = files.filter((file) => !get(file.path, file.text, file.side));
      if (missing.length === 0) return;
      const results = await analyzer.analyzeAll(missing, options);
      for (const [index, file] of missing.entries()) {
        const analysis = results[index];
        if (analysis && !wasCancelled(analysis)) put(file, analysis);
      }
    },
    keep(files) {
      const wanted = new Map<string, Set<string>>();
      for (const { path, text } of files) wanted.set(path, (wanted.get(path) ?? new Set()).add(text));
      for (const [path, known] of entries) {
        const left = known.filter((entry) => wanted.get(path)?.has(entry.text));
        if (left.length > 0) entries.set(path, left);
        else entries.delete(path);
      }
    },
    forgetDependents(changed) {
      for (const [path, known] of entries) {
        const left = known.filter(({ analysis }) => analysis.imports?.includes(changed) !== true);
        if (left.length === known.length) continue;
        if (left.length > 0) entries.set(path, left);
        else entries.delete(path);
      }
    },
    clear: () => entries.clear(),
  };
}

function wasCancelled(analysis: FileAnalysis): boolean {
  return analysis.notReviewed.some((one) => one.reason === "not checked" && one.path === analysis.path && !analysis.reviewed);
}
