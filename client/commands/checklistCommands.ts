/** Commands that keep or clear a person's answer to a checklist item. */

import * as vscode from "vscode";
import { type AnswerParams, type FolderReview, methods } from "../../server/protocol.ts";
import type { ClientContext, Commands } from "../context.ts";
import { hasChange } from "../review/checklistRows.ts";
import type { Row } from "../review/row.ts";
import { itemTitle, stateWord } from "../review/words.ts";
import { isRow, textOf } from "./rowArgument.ts";

type Item = NonNullable<Row["item"]>;

export function checklistCommands(context: ClientContext): Commands {
  return {
    answerFine: (value) => answer(context, value, "fine"),
    answerProblem: (value) => answer(context, value, "problem"),
    clearAnswer: (value) => answer(context, value, "none"),
  };
}

/** Called with a row, with `{item, note?}`, or with nothing, which asks for the item. Escape gives no answer. */
async function answer(context: ClientContext, value: unknown, kind: AnswerParams["answer"]): Promise<void> {
  const { t, connection, state } = context;
  const item = (isRow(value) ? value.item : namedItem(context, value)) ?? (await pickItem(context, kind));
  if (!item) return;
  const note = kind === "none" ? "" : (textOf(value, "note") ?? (await askNote(context, item, kind)));
  if (note === undefined) return;
  const params: AnswerParams = { folderUri: item.folderUri, item: item.id, answer: kind, note: note.trim() };
  const review = await connection.request<FolderReview>(methods.answer, params);
  if (review && state.reviews) {
    state.setReviews(state.reviews.map((known) => (known.folderUri === review.folderUri ? review : known)));
    return;
  }
  void vscode.window.showWarningMessage(t("The answer was not kept. The log says why."));
}

function namedItem({ state, t }: ClientContext, value: unknown): Item | undefined {
  const id = textOf(value, "item");
  const folder = textOf(value, "folderUri");
  const review = (state.reviews ?? []).find((known) => hasChange(known) && (folder === undefined || known.folderUri === folder));
  const item = review?.checklist.find((known) => known.id === id);
  return review && item
    ? { folderUri: review.folderUri, id: item.id, title: itemTitle(t, item), note: item.answer?.note ?? "" }
    : undefined;
}

async function pickItem({ state, t }: ClientContext, kind: AnswerParams["answer"]): Promise<Item | undefined> {
  const changed = (state.reviews ?? []).filter(hasChange);
  const choices = changed.flatMap((review) =>
    review.checklist
      .filter((item) => kind !== "none" || item.answer)
      .map((item) => ({
        label: itemTitle(t, item),
        description: [stateWord(t, item.state), changed.length > 1 ? review.folderName : ""]
          .filter((part) => part !== "")
          .join(" · "),
        detail: item.summary,
        item: { folderUri: review.folderUri, id: item.id, title: itemTitle(t, item), note: item.answer?.note ?? "" },
      })),
  );
  const title = kind === "none" ? t("Clear which answer?") : t("Answer which item of the checklist?");
  return (await vscode.window.showQuickPick(choices, { title, matchOnDetail: true }))?.item;
}

function askNote({ t }: ClientContext, item: Item, kind: "fine" | "problem"): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: item.title,
    value: item.note,
    prompt: kind === "fine" ? t("Why does it look fine? (may be left empty)") : t("What is the problem?"),
    ...(kind === "problem"
      ? { validateInput: (text: string) => (text.trim() === "" ? t("Say what the problem is.") : undefined) }
      : {}),
  });
}
