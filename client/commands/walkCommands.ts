/** Commands that walk through the change and mark what was looked at. */

import * as vscode from "vscode";
import { type LineSpan, type MarkSeenParams, methods } from "../../server/protocol.ts";
import type { ClientContext, Commands } from "../context.ts";
import type { Row } from "../review/row.ts";
import { hunkPlaces, stepFinding, stepHunk } from "../review/walk.ts";
import { linesWord } from "../review/words.ts";
import { caretPosition, openTarget } from "./openTarget.ts";
import { isRow } from "./rowArgument.ts";

/** How long a remark stands in the status bar, in milliseconds. */
const remarkMs = 4_000;

export function walkCommands(context: ClientContext): Commands {
  return {
    reviewNextChange: () => walkHunks(context, 1),
    reviewPreviousChange: () => walkHunks(context, -1),
    nextFinding: () => walkFindings(context, 1),
    previousFinding: () => walkFindings(context, -1),
    openFinding: (value) => openRow(context, value),
    markHunkLookedAt: (value) => markHunk(context, value),
    markFileLookedAt: (value) => markFile(context, value),
  };
}

/** Tells the server that a person has, or has not, looked at these lines. */
export async function markSeen(context: ClientContext, uri: string, lines: readonly LineSpan[], seen: boolean): Promise<void> {
  const params: MarkSeenParams = { uri, lines, seen };
  await context.connection.request(methods.markSeen, params);
}

async function walkHunks({ state, log, t }: ClientContext, direction: 1 | -1): Promise<void> {
  const reviews = state.reviews ?? [];
  const place = stepHunk(reviews, caretPosition(), direction);
  if (!place) return remark(t("There is no change to review."));
  const line = place.lines.start;
  await openTarget({ uri: place.uri, line, character: 0, endLine: Math.max(line, place.lines.end - 1), endCharacter: 0 }, log);
  const all = hunkPlaces(reviews);
  const done = all.filter(({ unseen }) => unseen === 0).length;
  remark(
    done === all.length ? t("All {0} changes are looked at.", all.length) : t("{0} of {1} changes looked at.", done, all.length),
  );
}

async function walkFindings(context: ClientContext, direction: 1 | -1): Promise<void> {
  const finding = stepFinding(context.state.reviews ?? [], caretPosition(), direction);
  if (!finding) return remark(context.t("There is no finding."));
  context.chosen.set(finding);
  await openTarget(finding, context.log);
}

async function openRow(context: ClientContext, value: unknown): Promise<void> {
  const row = isRow(value) ? value : undefined;
  const finding = row ? row.finding : context.chosen.get();
  if (finding) context.chosen.set(finding);
  const target = row?.target ?? finding;
  if (target) await openTarget(target, context.log);
}

async function markHunk(context: ClientContext, value: unknown): Promise<void> {
  if (isRow(value) && value.marks) return mark(context, value.marks);
  const caret = caretPosition();
  if (!caret) return;
  const here = hunkPlaces(context.state.reviews ?? []).filter(
    ({ uri, lines }) => uri === caret.uri && caret.line >= lines.start && caret.line < Math.max(lines.end, lines.start + 1),
  );
  if (here.length === 0) return remark(context.t("The caret is not in a changed place."));
  await mark(context, { uri: caret.uri, lines: here.map(({ lines }) => lines) });
}

async function markFile(context: ClientContext, value: unknown): Promise<void> {
  if (isRow(value) && value.marks) return mark(context, value.marks);
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) return;
  const here = hunkPlaces(context.state.reviews ?? []).filter((place) => place.uri === uri);
  if (here.length === 0) return remark(context.t("This file has no change."));
  await mark(context, { uri, lines: here.map(({ lines }) => lines) });
}

async function mark(context: ClientContext, { uri, lines }: NonNullable<Row["marks"]>): Promise<void> {
  await markSeen(context, uri, lines, true);
  const count = lines.reduce((sum, { start, end }) => sum + end - start, 0);
  remark(context.t("{0} marked as looked at.", linesWord(context.t, count)));
}

function remark(text: string): void {
  vscode.window.setStatusBarMessage(text, remarkMs);
}
