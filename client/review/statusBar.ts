/** The one status bar item: what is left to look at, and how the review is. */

import * as vscode from "vscode";
import type { Translate } from "../../server/review/translate.ts";
import type { ReviewState } from "./reviewState.ts";
import { type StatusText, statusText } from "./statusText.ts";

export interface StatusBar extends vscode.Disposable {
  /** As it stands there, icon included. */
  text(): string;
}

export function showStatusBar(state: ReviewState, t: Translate): StatusBar {
  const item = vscode.window.createStatusBarItem("linewarden.status", vscode.StatusBarAlignment.Left, 40);
  item.name = "Linewarden";
  item.command = "linewarden.openPanel";
  const refresh = () => {
    const status = statusText(state.server, state.reviews, t);
    item.text = status.text;
    item.tooltip = ["Linewarden", ...status.tooltip, t("Click to open the review panel.")].join("\n");
    item.accessibilityInformation = { label: [status.spoken, ...status.tooltip].join(". "), role: "button" };
    item.backgroundColor = background(status.level);
    const folders = vscode.workspace.workspaceFolders?.length ?? 0;
    if (folders > 0) item.show();
    else item.hide();
  };
  const listeners = [state.onDidChange(refresh), vscode.workspace.onDidChangeWorkspaceFolders(refresh), item];
  refresh();
  return {
    text: () => item.text,
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}

function background(level: StatusText["level"]): vscode.ThemeColor | undefined {
  if (level === "normal") return undefined;
  return new vscode.ThemeColor(level === "error" ? "statusBarItem.errorBackground" : "statusBarItem.warningBackground");
}
