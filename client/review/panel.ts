/** The review panel: two trees and two pages, filled from the state of the review. */

import * as vscode from "vscode";
import { markSeen } from "../commands/walkCommands.ts";
import type { ClientContext } from "../context.ts";
import { changeRows } from "./changeRows.ts";
import { checklistCounts, checklistRows } from "./checklistRows.ts";
import { findingPage, verdictPage } from "./pageModel.ts";
import { PageView } from "./pageView.ts";
import type { Row, RowTarget } from "./row.ts";
import { RowTree } from "./rowTree.ts";
import { findingsWord } from "./words.ts";

export interface Panel extends vscode.Disposable {
  readonly changes: RowTree;
  readonly checklist: RowTree;
}

export function showPanel(
  extensionUri: vscode.Uri,
  context: ClientContext,
  onDidChoose: vscode.Event<void>,
  open: (target: RowTarget) => Thenable<unknown>,
): Panel {
  const { state, t, chosen } = context;
  const markWord = (seen: boolean) => (seen ? t("looked at") : t("not looked at"));
  const changes = new RowTree(markWord);
  const checklist = new RowTree(markWord);
  const changesView = vscode.window.createTreeView("linewarden.changes", {
    treeDataProvider: changes,
    manageCheckboxStateManually: true,
  });
  const checklistView = vscode.window.createTreeView("linewarden.checklist", { treeDataProvider: checklist });
  const run = (name: string, ...values: unknown[]) => void vscode.commands.executeCommand(`linewarden.${name}`, ...values);
  const verdict = new PageView(extensionUri, t("Verdict"), { command: (name) => run(name), step: () => undefined });
  const finding = new PageView(extensionUri, t("Finding"), {
    command: (name) => run(name, "chosen"),
    step(index) {
      const place = chosen.get()?.path[index];
      if (place) void open(place);
    },
  });
  const refreshFinding = () => finding.show(findingPage(chosen.get(), t));
  const describe = () => {
    changesView.description = state.progress ?? (changes.rows.length > 0 ? t("most dangerous first") : "");
  };
  const refresh = () => {
    const reviews = state.reviews ?? [];
    changes.show(changeRows(reviews, t));
    checklist.show(checklistRows(reviews, t));
    const findings = reviews.flatMap(({ files }) => files).reduce((sum, file) => sum + file.findings.length, 0);
    describe();
    changesView.badge = findings > 0 ? { value: findings, tooltip: findingsWord(t, findings) } : undefined;
    checklistView.description = checklistCounts(reviews, t);
    refreshFinding();
    verdict.show(verdictPage(state.server, state.reviews, workspaceState(), t));
  };
  const progress = showProgress(state);
  const listeners = [
    progress,
    changes,
    checklist,
    changesView,
    checklistView,
    changesView.onDidChangeCheckboxState(({ items }) => void markChecked(context, items)),
    vscode.window.registerWebviewViewProvider("linewarden.verdict", verdict),
    vscode.window.registerWebviewViewProvider("linewarden.finding", finding),
    state.onDidChange(refresh),
    state.onDidProgress(describe),
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    onDidChoose(refreshFinding),
  ];
  refresh();
  return { changes, checklist, dispose: () => vscode.Disposable.from(...listeners).dispose() };
}

function workspaceState(): { folders: number; trusted: boolean } {
  return { folders: vscode.workspace.workspaceFolders?.length ?? 0, trusted: vscode.workspace.isTrusted };
}

async function markChecked(context: ClientContext, items: readonly [Row, vscode.TreeItemCheckboxState][]): Promise<void> {
  for (const [row, checked] of items) {
    if (row.marks) await markSeen(context, row.marks.uri, row.marks.lines, checked === vscode.TreeItemCheckboxState.Checked);
  }
}

/** The line of progress at the top of the Changes view, while a folder is read. */
function showProgress(state: ClientContext["state"]): vscode.Disposable {
  let finish: (() => void) | undefined;
  const refresh = () => {
    const busy = state.server === "starting" || (state.reviews ?? []).some((review) => review.busy);
    if (busy === (finish !== undefined)) return;
    finish?.();
    finish = undefined;
    if (!busy) return;
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    void vscode.window.withProgress({ location: { viewId: "linewarden.changes" } }, () => done);
  };
  const listener = state.onDidChange(refresh);
  return {
    dispose() {
      listener.dispose();
      finish?.();
    },
  };
}
