/** Commands for one finding: explain it, fix it, ignore it with a reason. */

import * as vscode from "vscode";
import { type IgnoreParams, type IgnoreResult, methods, type ViewFinding } from "../../server/protocol.ts";
import type { ClientContext, Commands } from "../context.ts";
import type { ServerFix } from "../languageClient.ts";
import { stepFinding } from "../review/walk.ts";
import { caretPosition, openTarget } from "./openTarget.ts";
import { isRow, textOf } from "./rowArgument.ts";

export function findingCommands(context: ClientContext): Commands {
  return {
    explainFinding: (value) => explain(context, value),
    fixFinding: (value) => fix(context, value),
    fixFile: () =>
      vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.linewarden", apply: "first" }),
    ignoreFinding: (value) => ignore(context, value),
  };
}

async function explain(context: ClientContext, value: unknown): Promise<void> {
  const finding = findingOf(context, value);
  if (!finding) return;
  context.chosen.set(finding);
  await vscode.commands.executeCommand("linewarden.finding.focus");
}

/** The row's finding; else the one at the caret, on its line first; else the one on the Finding page; else the next one. */
export function findingOf({ state, chosen }: ClientContext, value: unknown): ViewFinding | undefined {
  if (isRow(value)) return value.finding;
  const caret = caretPosition();
  const all = (state.reviews ?? []).flatMap(({ files }) => files).flatMap(({ findings }) => findings);
  const here = all.filter(({ uri, line, endLine }) => caret && uri === caret.uri && caret.line >= line && caret.line <= endLine);
  return here.find(({ line }) => line === caret?.line) ?? here[0] ?? chosen.get() ?? stepFinding(state.reviews ?? [], caret, 1);
}

/** Applies the server's preferred quick fix for the finding, or asks which one where there are several. */
async function fix(context: ClientContext, value: unknown): Promise<void> {
  const { t, log } = context;
  const finding = value === "chosen" ? context.chosen.get() : findingOf(context, value);
  if (!finding) return;
  const editor = await openTarget(finding, log);
  if (!editor) return;
  const { document } = editor;
  const { version } = document;
  const fixes = await context.connection.fixesFor(finding);
  if (fixes.length === 0) {
    vscode.window.setStatusBarMessage(t("There is no verified fix for this finding."), 4_000);
    return;
  }
  const preferred = fixes.filter(({ isPreferred }) => isPreferred);
  const choice = preferred.length === 1 ? preferred[0] : await pick(fixes, t("Fix"));
  if (!choice) return;
  if (document.version === version) await vscode.workspace.applyEdit(choice.edit);
  else void vscode.window.showWarningMessage(t("The text has changed meanwhile. Nothing was written."));
}

async function pick(fixes: readonly ServerFix[], title: string): Promise<ServerFix | undefined> {
  const items = fixes.map((action) => ({ label: action.title, action }));
  return (await vscode.window.showQuickPick(items, { title }))?.action;
}

/** The server's light bulb passes IgnoreParams; menus and keys pass a row or nothing. */
async function ignore(context: ClientContext, value: unknown): Promise<void> {
  const { t, connection } = context;
  const params = await ignoreParams(context, value);
  if (!params) return;
  const reason =
    textOf(value, "reason") ??
    (await vscode.window.showInputBox({
      title: t("Ignore {0}", params.ruleId),
      prompt: t("Why is this not a problem here? The reason is written into a comment above the line."),
      validateInput: (text) => (text.trim() === "" ? t("A reason is needed.") : undefined),
    }));
  if (reason === undefined || reason.trim() === "") return;
  const result = await connection.request<IgnoreResult>(methods.ignoreEdit, { ...params, reason: reason.trim() });
  if (!result) return;
  const edit = result.edit;
  if (!edit) {
    void vscode.window.showWarningMessage(result.refused ?? t("The finding could not be ignored."));
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(edit.uri, true));
  if (document.version !== edit.version) {
    void vscode.window.showWarningMessage(t("The text has changed meanwhile. Nothing was written."));
    return;
  }
  const changes = new vscode.WorkspaceEdit();
  for (const { range, newText } of edit.edits) {
    changes.replace(
      document.uri,
      new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
      newText,
    );
  }
  await vscode.workspace.applyEdit(changes);
}

async function ignoreParams(context: ClientContext, value: unknown): Promise<IgnoreParams | undefined> {
  const uri = textOf(value, "uri");
  const ruleId = textOf(value, "ruleId");
  const fingerprint = textOf(value, "fingerprint");
  if (uri !== undefined && ruleId !== undefined && fingerprint !== undefined) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const version = (value as { version?: unknown }).version;
    return { uri, ruleId, fingerprint, version: typeof version === "number" ? version : document.version };
  }
  const finding = value === "chosen" ? context.chosen.get() : findingOf(context, value);
  if (!finding) return undefined;
  const editor = await openTarget(finding, context.log);
  if (!editor) return undefined;
  return { uri: finding.uri, ruleId: finding.ruleId, fingerprint: finding.fingerprint, version: editor.document.version };
}
