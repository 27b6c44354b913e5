/** The diagnostics of one file, as they stand now. */

import type { Diagnostic } from "vscode-languageserver/node";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import type { ChangedFile } from "../changedFile.ts";
import type { ClientFeatures } from "../clientFeatures.ts";
import type { Published } from "../publisher.ts";
import { toDiagnostic } from "./diagnostic.ts";

/** What is asked of the session. */
export interface PublishedSource {
  readonly documents: ReadonlyMap<string, { readonly deleted: boolean }>;
  readonly start: { readonly features: ClientFeatures };
  currentFile(uri: string): ChangedFile | undefined;
  shownFile(uri: string): ChangedFile | undefined;
  /** Problems of rule files and of their tests. */
  ruleDiagnostics(uri: string): Diagnostic[];
  shownRules(uri: string): { readonly existing: boolean; readonly disabled: ReadonlySet<string> };
}

/** @returns `undefined` while the document waits for its analysis: what is shown then stays. */
export function publishedOf(source: PublishedSource, uri: string): Published | undefined {
  const document = source.documents.get(uri);
  const file = document && !document.deleted ? source.currentFile(uri) : source.shownFile(uri);
  if (document && !document.deleted && !file) return undefined;
  const text = file?.change.text;
  const ofRules = source.ruleDiagnostics(uri);
  if (!file || text === undefined) return { diagnostics: ofRules };
  const { existing, disabled } = source.shownRules(uri);
  const place = { uri, lines: indexLines(text) };
  const shown = [
    ...file.introduced.map((finding) => ({ finding, introduced: true })),
    ...(existing ? file.existing.map((finding) => ({ finding, introduced: false })) : []),
  ].filter(({ finding }) => !disabled.has(finding.ruleId));
  const ofFindings = shown.map(({ finding, introduced }) => toDiagnostic(finding, place, introduced, source.start.features));
  const diagnostics = [...ofFindings, ...ofRules];
  return file.version === undefined ? { diagnostics } : { diagnostics, version: file.version };
}
