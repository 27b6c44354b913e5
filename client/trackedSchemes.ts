/** Which documents are reviewed: files of the workspace and unsaved ones, not what the editor itself shows as text. */

import * as vscode from "vscode";

/** Schemes of documents that go to the server. The file systems of virtual workspaces are among them while their folders are open. */
export function trackedSchemes(): Set<string> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return new Set(["file", "untitled", ...folders.map(({ uri }) => uri.scheme)]);
}

export function isTracked(uri: vscode.Uri): boolean {
  return trackedSchemes().has(uri.scheme);
}
