/** Marks the changed lines that nobody has looked at: a bar at their left and in the overview ruler. */

import * as vscode from "vscode";
import type { FolderReview, LineSpan } from "../../server/protocol.ts";
import type { ReviewState } from "./reviewState.ts";

/** @param enabled Asked at each refresh. */
export function showUnseenMarks(state: ReviewState, enabled: () => boolean): vscode.Disposable {
  const mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: "solid",
    // Wider, it would cover the first letter.
    borderWidth: "0 0 0 2px",
    borderColor: new vscode.ThemeColor("linewarden.unseenLineBorder"),
    overviewRulerColor: new vscode.ThemeColor("linewarden.unseenLineRuler"),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedOpen,
  });
  const refresh = () => {
    const on = enabled();
    for (const editor of vscode.window.visibleTextEditors) {
      const spans = on ? unseenSpans(state.reviews ?? [], editor.document.uri.toString()) : [];
      editor.setDecorations(
        mark,
        spans.map(({ start, end }) => new vscode.Range(start, 0, Math.max(start, end - 1), 0)),
      );
    }
  };
  const listeners = [
    mark,
    state.onDidChange(refresh),
    vscode.window.onDidChangeVisibleTextEditors(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("linewarden.markUnseenLines")) refresh();
    }),
  ];
  refresh();
  return vscode.Disposable.from(...listeners);
}

function unseenSpans(reviews: readonly FolderReview[], uri: string): LineSpan[] {
  return reviews
    .flatMap(({ files }) => files)
    .filter((file) => file.uri === uri)
    .flatMap(({ hunks }) => hunks)
    .flatMap(({ unseen, unseenSpans: spans, lines }) => (unseen === 0 ? [] : (spans ?? [lines])))
    .filter(({ start, end }) => end > start);
}
