/** The diagnostics of one file, as they stand now. */

import type { Diagnostic } from "vscode-languageserver/node";
import type { Finding } from "../../engine/findings/finding.ts";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import type { Translate } from "../../review/translate.ts";
import type { ChangedFile } from "../changedFile.ts";
import type { ClientFeatures } from "../clientFeatures.ts";
import type { Published } from "../publisher.ts";
import { toDiagnostic } from "./diagnostic.ts";

/** What is asked of the session. */
export interface PublishedSource {
  readonly documents: ReadonlyMap<string, { readonly deleted: boolean }>;
  readonly start: { readonly features: ClientFeatures; readonly t?: Translate };
  currentFile(uri: string): ChangedFile | undefined;
  shownFile(uri: string): ChangedFile | undefined;
  /** Problems of rule files and of their tests. */
  ruleDiagnostics(uri: string): Diagnostic[];
  shownRules(uri: string): ShownRules;
}

export interface ShownRules {
  /** Whether findings that stood there before the change are shown too. */
  readonly existing: boolean;
  /** By a setting, or by a person's mark, which speaks of what the change introduced. */
  isHidden(finding: Finding, introduced: boolean): boolean;
}

/** @returns `undefined` while the document waits for its analysis: what is shown then stays. */
export function publishedOf(source: PublishedSource, uri: string): Published | undefined {
  const document = source.documents.get(uri);
  const file = document && !document.deleted ? source.currentFile(uri) : source.shownFile(uri);
  if (document && !document.deleted && !file) return undefined;
  const text = file?.change.text;
  const ofRules = source.ruleDiagnostics(uri);
  if (!file || text === undefined) return { diagnostics: ofRules };
  const { existing, isHidden } = source.shownRules(uri);
  const { features, t } = source.start;
  const place = { uri, lines: indexLines(text) };
  const shown = [
    ...file.introduced.map((finding) => ({ finding, introduced: true })),
    ...(existing ? file.existing.map((finding) => ({ finding, introduced: false })) : []),
  ].filter(({ finding, introduced }) => !isHidden(finding, introduced));
  const ofFindings = shown.map(({ finding, introduced }) => toDiagnostic(finding, place, introduced, features, t));
  const diagnostics = [...ofFindings, ...ofRules];
  return file.version === undefined ? { diagnostics } : { diagnostics, version: file.version };
}
