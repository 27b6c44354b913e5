/** One document that the editor has open: its text, and what is known of exactly that text. */

import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import { languageOfPath } from "../engine/languages/registry.ts";
import type { LanguageId } from "../engine/tree/rawTree.ts";
import type { ProjectSource } from "../host/moduleReader.ts";
import { nameOfUri, pathOfUri } from "./uris.ts";

export interface DocumentAnalysis {
  readonly version: number;
  readonly result: FileAnalysis;
  /** What it was made from. */
  readonly file: ProjectSource;
  /** When, in milliseconds since 1970. */
  readonly begun: number;
  /** An earlier run of the program found it: it stands until the analysis of today does. */
  readonly isKept: boolean;
}

export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  /** Absolute path of a file; `undefined` for untitled and virtual documents. */
  readonly file: string | undefined;
  text: TextDocument;
  /** The base of documents that no repository knows: what it was when it was opened; empty for a new one. */
  readonly openedText: string;
  /** Relative to its root with `/`; its name where it has none. Settled when the root is known. */
  path: string;
  /** Set where the path does not tell it. */
  readonly language: LanguageId | undefined;
  /** The text of the base; `undefined` when the base has no such file. */
  baseText: string | undefined;
  /** Result for the newest version that was analysed. */
  analysis: DocumentAnalysis | undefined;
  /** An analysis is to come, or under way. */
  waits: boolean;
  /** It stood on disk once; deleted then means that nothing of it is left to review. */
  onDisk: boolean;
  deleted: boolean;
  closed: boolean;
}

const languageIds: Readonly<Record<string, LanguageId>> = {
  javascript: "javascript",
  javascriptreact: "javascript",
  typescript: "typescript",
  typescriptreact: "tsx",
  python: "python",
};

export function openDocument(text: TextDocument): OpenDocument {
  const file = pathOfUri(text.uri);
  const path = nameOfUri(text.uri);
  return {
    uri: text.uri,
    file,
    text,
    openedText: text.uri.startsWith("untitled:") ? "" : text.getText(),
    path,
    // A file is read as the command line reads it, by its name, so that both say the same.
    language: file === undefined && !languageOfPath(path) ? languageIds[text.languageId] : undefined,
    baseText: undefined,
    analysis: undefined,
    waits: true,
    onDisk: false,
    deleted: false,
    closed: false,
  };
}

/** True when the analysis is of the text that the editor shows now. */
export function isCurrent(document: OpenDocument): boolean {
  return document.analysis?.version === document.text.version;
}

/** Whether the last analysis asked for this file, by its path in the root. */
export function importsPath({ analysis }: OpenDocument, path: string): boolean {
  return analysis?.result.imports?.includes(path) ?? false;
}
