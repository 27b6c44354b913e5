/** Notices which lines stood on screen, in focus, long enough to be read. */

import * as vscode from "vscode";
import type { LookedNotice } from "../../server/protocol.ts";
import { isTracked } from "../trackedSchemes.ts";

export interface LookWatcher extends vscode.Disposable {
  /** Begins the time again, as a new server needs it. */
  begin(): void;
}

/**
 * Lines count as looked at when the same part of the same text stood in the focused window's active editor for the dwell time,
 * with the person active at its end. Scrolling, an edit, another editor or lost focus begin the time again.
 *
 * @param dwellMs Asked each time it begins, in milliseconds.
 */
export function watchLooks(dwellMs: () => number, send: (notice: LookedNotice) => void): LookWatcher {
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    clearTimeout(timer);
    timer = undefined;
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isTracked(editor.document.uri) || !vscode.window.state.focused) return;
    const { version } = editor.document;
    timer = setTimeout(() => finish(editor, version), dwellMs());
  };
  const finish = (editor: vscode.TextEditor, version: number) => {
    timer = undefined;
    const { focused, active } = vscode.window.state;
    if (!focused || !active || vscode.window.activeTextEditor !== editor || editor.document.version !== version) return;
    const lines = editor.visibleRanges.map(({ start, end }) => ({ start: start.line, end: end.line + 1 }));
    if (lines.length > 0) send({ uri: editor.document.uri.toString(), version, lines });
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(begin),
    vscode.window.onDidChangeWindowState(begin),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) begin();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document === vscode.window.activeTextEditor?.document) begin();
    }),
  ];
  begin();
  return {
    begin,
    dispose() {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };
}
