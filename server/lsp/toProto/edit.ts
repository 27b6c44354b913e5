/** Edits of one document in the form that the editor understands. */

import type { Diagnostic, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { ClientFeatures } from "../clientFeatures.ts";

/** With the version where the editor takes one, so that it refuses the edit when the document moved on. */
export function toWorkspaceEdit(
  uri: string,
  version: number | undefined,
  edits: TextEdit[],
  features: Pick<ClientFeatures, "versionedEdits">,
): WorkspaceEdit {
  if (!features.versionedEdits) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version: version ?? null }, edits }] };
}

/** @returns What `toDiagnostic` put into the data; `undefined` for anything else, as the data comes from outside. */
export function fingerprintOf(diagnostic: Diagnostic): string | undefined {
  const data: unknown = diagnostic.data;
  if (typeof data !== "object" || data === null || !("fingerprint" in data)) return undefined;
  return typeof data.fingerprint === "string" ? data.fingerprint : undefined;
}
