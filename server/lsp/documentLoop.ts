/** Analyses open documents: at once when idle, the newest version after that; results of older versions are dropped. */

import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import type { ProjectRoutes } from "../engine/routes/route.ts";
import type { Analyzer } from "../host/analyzer.ts";
import type { ImportView, ProjectSource } from "../host/moduleReader.ts";
import { notAnalysed } from "../host/setAside.ts";
import type { OpenDocument } from "./openDocument.ts";

export interface DocumentLoop {
  /** Call after each change, and when the rules or an imported file changed (`again`): what is under way then counts no more. */
  analyze(document: OpenDocument, again?: boolean): void;
  /** True while a document waits for its analysis. */
  readonly busy: boolean;
}

export interface DocumentLoopOptions {
  analyzerFor(document: OpenDocument): Promise<Analyzer>;
  maxCharacters(document: OpenDocument): number;
  /** Where the files that it imports are read; `undefined` for a document without a folder. */
  importsOf(document: OpenDocument): ImportView | undefined;
  /** What the rest of the project says of its routes. */
  projectOf(document: OpenDocument): ProjectRoutes | undefined;
  /** What an earlier run of the program found in this text: shown until the analysis is there. */
  keptOf(document: OpenDocument, file: ProjectSource): Promise<FileAnalysis | undefined>;
  onAnalysis(document: OpenDocument): void;
  onError(error: unknown): void;
}

/** After an edit inside a function the rest of the file is taken as it was; once the editing rests for so long, all is analysed anew. */
const restMs = 600;

export function createDocumentLoop(options: DocumentLoopOptions): DocumentLoop {
  const running = new Set<OpenDocument>();
  const resting = new Map<OpenDocument, ReturnType<typeof setTimeout>>();
  /** Asked for again while an analysis was under way. */
  const outdated = new Set<OpenDocument>();

  /** An analysis of a part is good enough to show, and is checked by a whole one. */
  const wholeAtRest = (document: OpenDocument): void => {
    const timer = setTimeout(() => {
      resting.delete(document);
      if (!document.closed && document.analysis?.result.partial && !running.has(document)) void run(document, true);
    }, restMs);
    timer.unref();
    resting.set(document, timer);
  };
  const step = async (document: OpenDocument, whole: boolean): Promise<void> => {
    const version = document.text.version;
    outdated.delete(document);
    const imports = options.importsOf(document);
    const project = options.projectOf(document);
    const file = { ...sourceOf(document), ...(imports ? { imports } : {}), ...(project ? { project } : {}) };
    const limit = Math.floor(options.maxCharacters(document));
    const begun = Date.now();
    const isLatest = (): boolean => !document.closed && document.text.version === version && !outdated.has(document);
    const show = (result: FileAnalysis, isKept: boolean): void => {
      document.analysis = { version, result, file, begun, isKept };
      options.onAnalysis(document);
    };
    const kept = document.analysis ? undefined : await options.keptOf(document, file);
    if (kept && isLatest()) show(kept, true);
    const analyzer = await options.analyzerFor(document);
    const result =
      file.text.length > limit
        ? notAnalysed(file, { path: file.path, reason: "too large", detail: `The document has more than ${limit} characters.` })
        : await analyzer.analyzeDocument(document.uri, file, whole);
    // What is gone is imported by none, so its text is not kept with the other ones.
    if (document.closed || document.deleted) analyzer.closeDocument(document.uri);
    if (result && isLatest()) {
      const why = whyMissed(result);
      // Once, and not with each key.
      if (why !== undefined && why !== (document.analysis && whyMissed(document.analysis.result)))
        options.onError(`${file.path} was not reviewed. ${why}`);
      show(result, false);
      if (result.partial) wholeAtRest(document);
    }
  };
  const run = async (document: OpenDocument, whole = false): Promise<void> => {
    running.add(document);
    document.waits = true;
    clearTimeout(resting.get(document));
    resting.delete(document);
    try {
      if (whole) await step(document, true);
      while (!document.closed && !isDone(document)) await step(document, false);
    } catch (error) {
      options.onError(error);
    } finally {
      running.delete(document);
      outdated.delete(document);
      document.waits = false;
      // Whoever waited for it is told that it failed.
      if (!document.analysis && !document.closed) options.onAnalysis(document);
    }
  };
  return {
    analyze(document, again = false) {
      if (again) document.analysis = undefined;
      if (!running.has(document)) void run(document);
      else if (again) outdated.add(document);
    },
    get busy() {
      return running.size > 0 || resting.size > 0;
    },
  };
}

/** An editor without views of ours shows nothing else of it, and no finding would look like a clean file. */
function whyMissed({ reviewed, notReviewed }: FileAnalysis): string | undefined {
  if (reviewed) return undefined;
  return notReviewed.find(({ reason }) => reason === "timed out" || reason === "crashed" || reason === "too large")?.detail;
}

function isDone({ analysis, text }: OpenDocument): boolean {
  return analysis?.version === text.version && !analysis.isKept;
}

export function sourceOf(document: OpenDocument): SourceFile {
  const { path, language } = document;
  return { path, text: document.text.getText(), guards: "too", ...(language ? { language } : {}) };
}
