/** Commands by which a person says that a finding is of no use, or that it is after all. */

import * as vscode from "vscode";
import { methods, type UsefulnessParams, type ViewFinding } from "../../server/protocol.ts";
import type { ClientContext, Commands } from "../context.ts";
import { firstSentence, notUsefulIn } from "../review/words.ts";
import { findingOf } from "./findingCommands.ts";
import { isRow, textOf } from "./rowArgument.ts";

const remarkMs = 8_000;

export function usefulnessCommands(context: ClientContext): Commands {
  return {
    markNotUseful: (value) => markNotUseful(context, value),
    takeBackNotUseful: (value) => takeBack(context, value),
  };
}

/** The light bulb passes UsefulnessParams; menus and keys pass a row or nothing. */
async function markNotUseful(context: ClientContext, value: unknown): Promise<void> {
  const { t } = context;
  const [uri, ruleId, fingerprint] = ["uri", "ruleId", "fingerprint"].map((name) => textOf(value, name));
  const named = uri && ruleId && fingerprint ? { uri, ruleId, fingerprint } : undefined;
  const finding = named ?? (value === "chosen" ? context.chosen.get() : findingOf(context, value));
  if (!finding || !(await send(context, finding, false))) return;
  remark(t("Marked as not useful: it is not shown here any more. The commit gate still counts it."));
}

async function takeBack(context: ClientContext, value: unknown): Promise<void> {
  const { t, state } = context;
  const marked = (state.reviews ?? []).flatMap(notUsefulIn);
  if (marked.length === 0) return remark(t("No finding of this change is marked as not useful."));
  const finding = isRow(value) ? value.finding : await pick(marked, t("Show which finding again?"));
  if (finding && (await send(context, finding, true))) remark(t("The finding is shown again."));
}

async function pick(marked: readonly ViewFinding[], title: string): Promise<ViewFinding | undefined> {
  const items = marked.map((finding) => ({
    label: firstSentence(finding.message),
    description: `${vscode.workspace.asRelativePath(vscode.Uri.parse(finding.uri, true))}:${finding.line + 1}`,
    detail: finding.ruleId,
    finding,
  }));
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.finding;
}

/** @returns Whether it is kept; the person is told where it is not. */
async function send(
  { connection, t }: ClientContext,
  { uri, ruleId, fingerprint }: Pick<ViewFinding, "uri" | "ruleId" | "fingerprint">,
  useful: boolean,
): Promise<boolean> {
  const params: UsefulnessParams = { uri, ruleId, fingerprint, useful };
  const answer = await connection.request<{ refused?: string }>(methods.markUsefulness, params);
  if (answer && answer.refused === undefined) return true;
  void vscode.window.showWarningMessage(answer?.refused ?? t("The mark was not kept. The log says why."));
  return false;
}

function remark(text: string): void {
  vscode.window.setStatusBarMessage(text, remarkMs);
}
