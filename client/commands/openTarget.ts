/** Opens a place of the review in an editor. */

import * as vscode from "vscode";
import type { RowTarget } from "../review/row.ts";
import type { Position } from "../review/walk.ts";

/** Puts the caret at the start of the range and the range in the middle. A file that is gone opens nothing; the log says so. */
export async function openTarget(target: RowTarget, log: vscode.LogOutputChannel): Promise<vscode.TextEditor | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri, true));
    const range = document.validateRange(new vscode.Range(target.line, target.character, target.endLine, target.endCharacter));
    const editor = await vscode.window.showTextDocument(document, {
      preview: true,
      selection: new vscode.Range(range.start, range.start),
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return editor;
  } catch (error) {
    log.warn(`${target.uri} cannot be opened: ${String(error)}`);
    return undefined;
  }
}

/** The caret of the active editor. */
export function caretPosition(): Position | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), line, character };
}
