/** Keeps the analyses of the texts that the present change consists of, so that a re-read of the folder costs only what changed. */

import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { AnalyzeAllOptions, Analyzer } from "../host/analyzer.ts";

export interface AnalysisCache {
  get(path: string, text: string): FileAnalysis | undefined;
  put(file: SourceFile, analysis: FileAnalysis): void;
  /** Analyses what is not known yet. After an abort the rest stays unknown. */
  ensure(analyzer: Analyzer, files: readonly SourceFile[], options?: AnalyzeAllOptions): Promise<void>;
  /** Forgets every text that is not among these. */
  keep(files: readonly SourceFile[]): void;
  clear(): void;
}

interface Entry {
  readonly text: string;
  readonly analysis: FileAnalysis;
}

export function createAnalysisCache(): AnalysisCache {
  const entries = new Map<string, Entry[]>();
  const get = (path: string, text: string): FileAnalysis | undefined =>
    entries.get(path)?.find((entry) => entry.text === text)?.analysis;
  const put = (file: SourceFile, analysis: FileAnalysis): void => {
    const others = (entries.get(file.path) ?? []).filter((entry) => entry.text !== file.text);
    entries.set(file.path, [...others, { text: file.text, analysis }]);
  };
  return {
    get,
    put,
    async ensure(analyzer, files, options) {
      const missing = files.filter((file) => !get(file.path, file.text));
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
    clear: () => entries.clear(),
  };
}

function wasCancelled(analysis: FileAnalysis): boolean {
  return analysis.notReviewed.some((one) => one.reason === "not checked" && one.path === analysis.path && !analysis.reviewed);
}
