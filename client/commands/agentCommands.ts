/** Commands that reach beyond one finding's line: a prompt for an agent, and the fixes of a whole rule with a preview. */

import * as vscode from "vscode";
import { methods, type NoFix, type RuleFixes, type ViewEdit, type ViewFinding } from "../../server/protocol.ts";
import type { ClientContext, Commands } from "../context.ts";
import { agentPrompt } from "../review/agentPrompt.ts";
import { findingOf } from "./findingCommands.ts";

export function agentCommands(context: ClientContext): Commands {
  return {
    copyPrompt: (value) => copyPrompt(context, value),
    fixRule: (value) => fixRule(context, value),
  };
}

async function copyPrompt(context: ClientContext, value: unknown): Promise<void> {
  const finding = value === "chosen" ? context.chosen.get() : findingOf(context, value);
  if (!finding) return;
  const uri = vscode.Uri.parse(finding.uri, true);
  // Of a closed file no fix can be asked for.
  const document = await vscode.workspace.openTextDocument(uri);
  const [fix] = await context.connection.fixesFor(finding);
  const edits: ViewEdit[] = (fix?.edit.get(uri) ?? []).map(({ range, newText }) => ({ range, newText }));
  const { refused } = fix ? {} : await whyNoFix(context, finding);
  const told = fix ? { ...finding, fixTitle: fix.title } : finding;
  const path = vscode.workspace.asRelativePath(uri);
  await vscode.env.clipboard.writeText(agentPrompt(told, path, edits, document.getText(), refused));
  vscode.window.setStatusBarMessage(context.t("The prompt is in the clipboard."), 4_000);
}

async function whyNoFix({ connection }: ClientContext, { uri, fingerprint }: ViewFinding): Promise<NoFix> {
  return (await connection.request<NoFix>(methods.whyNoFix, { uri, fingerprint })) ?? {};
}

/** Nothing is written before the person has seen it: each file is confirmed in the editor's own preview. */
async function fixRule(context: ClientContext, value: unknown): Promise<void> {
  const { t, state, connection } = context;
  const finding = value === "chosen" ? context.chosen.get() : findingOf(context, value);
  if (!finding) return;
  const { ruleId } = finding;
  const files = (state.reviews ?? []).flatMap((review) => review.files);
  const all = files.filter(({ findings }) => findings.some((one) => one.ruleId === ruleId)).map(({ uri }) => uri);
  const scopes = [
    { label: t("In this file"), uris: [finding.uri] },
    { label: t("In all changed files"), uris: all },
  ];
  const title = t("Fix all findings of {0}", ruleId);
  const scope = all.length > 1 ? await vscode.window.showQuickPick(scopes, { title }) : scopes[0];
  if (!scope) return;
  const answer = await connection.request<RuleFixes>(methods.ruleFixes, { ruleId, uris: scope.uris });
  const changes = new vscode.WorkspaceEdit();
  for (const { uri, version, edits } of answer?.files ?? []) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    if (version !== undefined && document.version !== version) continue;
    for (const { range, newText } of edits) {
      const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
      changes.replace(document.uri, place, newText, { label: title, needsConfirmation: true });
    }
  }
  if (changes.size === 0) vscode.window.setStatusBarMessage(t("There is no verified fix for this finding."), 4_000);
  else await vscode.workspace.applyEdit(changes, { isRefactoring: true });
}
