/** Turns the editor's edit events into notices of where each edit came from. */

import * as vscode from "vscode";
import type { EditNotice } from "../../server/protocol.ts";
import { type EditSurroundings, linesAfter, originOf, type PlaceRange } from "./originOf.ts";

/** The flip to dirty arrives as an event of its own just after the first edit of a clean document, in milliseconds. */
const dirtyFlipMs = 20;

export interface EditWatcher extends vscode.Disposable {
  /**
   * Call it in the same turn as the event, before the server is told of the change, so that selections are those of the edit.
   * Returns what sends the notice; call that after the server was told. Undefined for an event without an edit.
   */
  observe(event: vscode.TextDocumentChangeEvent): (() => void) | undefined;
}

/** @param send Receives one notice per edit, in order per document. */
export function watchEdits(send: (notice: EditNotice) => void): EditWatcher {
  const dirty = new Map<string, boolean>();
  const remember = (document: vscode.TextDocument) => dirty.set(document.uri.toString(), document.isDirty);
  for (const document of vscode.workspace.textDocuments) remember(document);
  const listeners = [
    vscode.workspace.onDidOpenTextDocument(remember),
    vscode.workspace.onDidSaveTextDocument(remember),
    vscode.workspace.onDidCloseTextDocument((document) => dirty.delete(document.uri.toString())),
  ];
  return {
    observe(event) {
      const { document } = event;
      const wasDirty = dirty.get(document.uri.toString()) ?? false;
      remember(document);
      if (event.contentChanges.length === 0) return undefined;
      const surroundings = surroundingsOf(event, wasDirty);
      const { version } = document;
      return () => {
        const judge = () => {
          const origin = originOf({ ...surroundings, dirty: document.isDirty });
          send({ uri: document.uri.toString(), version, lines: linesAfter(surroundings.changes), origin });
        };
        if (surroundings.dirty || wasDirty) judge();
        else setTimeout(judge, dirtyFlipMs);
      };
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}

function surroundingsOf(event: vscode.TextDocumentChangeEvent, wasDirty: boolean): EditSurroundings {
  const { document, contentChanges, reason } = event;
  const editor = vscode.window.activeTextEditor;
  const inFocusedEditor = editor?.document === document;
  return {
    changes: contentChanges.map(({ range, text }) => ({ range: plain(range), text })),
    ...(reason === vscode.TextDocumentChangeReason.Undo ? { reason: "undo" as const } : {}),
    ...(reason === vscode.TextDocumentChangeReason.Redo ? { reason: "redo" as const } : {}),
    windowFocused: vscode.window.state.focused,
    inFocusedEditor,
    selections: inFocusedEditor ? editor.selections.map(plain) : [],
    dirty: document.isDirty,
    wasDirty,
  };
}

function plain({ start, end }: vscode.Range): PlaceRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
