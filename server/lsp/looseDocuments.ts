/**
 * Documents that belong to no folder: untitled ones, virtual ones and files from elsewhere.
 * What they held when they were opened is their base (nothing for an untitled one), so only what is written after that is reviewed.
 */

import { diffHunks } from "../changes/hunks.ts";
import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import { type ChangedFile, compareFiles } from "./changedFile.ts";
import { isCurrent, type OpenDocument } from "./openDocument.ts";

export interface LooseDocuments {
  attach(document: OpenDocument): void;
  /** @returns Whether it was one of these. */
  detach(document: OpenDocument): boolean;
  has(document: OpenDocument): boolean;
  /** The document has a new analysis. */
  update(document: OpenDocument): void;
  fileOf(uri: string): ChangedFile | undefined;
}

interface Loose {
  file: ChangedFile | undefined;
  /** Analysis of the text at the opening, the first that arrives. */
  base: FileAnalysis | undefined;
}

export interface LooseHost {
  publish(uri: string): void;
  analyze(file: SourceFile): Promise<FileAnalysis>;
}

export function createLooseDocuments(host: LooseHost): LooseDocuments {
  const entries = new Map<OpenDocument, Loose>();

  const update = (document: OpenDocument): void => {
    const entry = entries.get(document);
    const analysis = document.analysis?.result;
    if (!entry || !analysis || !isCurrent(document)) return;
    const text = document.text.getText();
    if (text === document.openedText) entry.base = analysis;
    if (document.openedText !== "" && !entry.base) {
      // It was edited before its first analysis was through.
      const { path, language, openedText } = document;
      void host.analyze({ path, text: openedText, guards: "too", ...(language ? { language } : {}) }).then((base) => {
        entry.base ??= base;
        update(document);
      });
      return;
    }
    entry.file = compare(document, text, analysis, entry.base);
    host.publish(document.uri);
  };
  return {
    attach: (document) => void entries.set(document, { file: undefined, base: undefined }),
    detach: (document) => entries.delete(document),
    has: (document) => entries.has(document),
    update,
    fileOf(uri) {
      for (const [document, { file }] of entries) if (document.uri === uri) return file;
      return undefined;
    },
  };
}

function compare(
  document: OpenDocument,
  text: string,
  analysis: FileAnalysis,
  base: FileAnalysis | undefined,
): ChangedFile | undefined {
  const { path, uri, openedText } = document;
  const isNew = openedText === "";
  const change = {
    path,
    status: isNew ? ("added" as const) : ("modified" as const),
    ...(isNew ? {} : { baseText: openedText }),
    text,
    hunks: diffHunks(openedText, text),
  };
  const analysisOf = (_: string, wanted: string) => (wanted === text ? analysis : base);
  return compareFiles([{ uri, change, version: document.text.version }], analysisOf)[0];
}
