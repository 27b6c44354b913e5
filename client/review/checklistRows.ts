/** The rows of the Checklist view: fifteen items with their state, their evidence below. Pure. */

import type { FolderReview, ViewEvidence, ViewItem } from "../../server/protocol.ts";
import type { Translate } from "../../server/review/translate.ts";
import { folderRow, type Row } from "./row.ts";
import { itemTitle, shortName, stateWord } from "./words.ts";

/** Empty when nothing changed: the items speak of a change. Folders are rows only where there are several. */
export function checklistRows(reviews: readonly FolderReview[], t: Translate): Row[] {
  const changed = reviews.filter(hasChange);
  if (changed.length <= 1) return changed.flatMap((review) => review.checklist.map((item) => itemRow(review, item, t)));
  return changed.map((review) => {
    const items = review.checklist.map((item) => itemRow(review, item, t));
    return folderRow(review, checklistCounts([review], t), items, t);
  });
}

export function hasChange(review: FolderReview): boolean {
  return review.files.length > 0;
}

/** "2 problems · 3 for you · 4 fine · 6 not touched"; empty when nothing changed. */
export function checklistCounts(reviews: readonly FolderReview[], t: Translate): string {
  const items = reviews.filter(hasChange).flatMap((review) => review.checklist);
  if (items.length === 0) return "";
  const count = (state: ViewItem["state"]) => items.filter((item) => item.state === state).length;
  const problems = count("problem");
  return [
    problems === 1 ? t("1 problem") : t("{0} problems", problems),
    t("{0} for you", count("needs a person")),
    t("{0} fine", count("looks fine")),
    t("{0} not touched", count("not touched")),
  ].join(" · ");
}

function itemRow(review: FolderReview, item: ViewItem, t: Translate): Row {
  const title = itemTitle(t, item);
  const state = stateWord(t, item.state);
  const answer = item.answer ? answerText(item.answer, t) : "";
  const summary = item.state === "not touched" ? state : item.summary;
  // Where the summary names who answered already, once is enough.
  const isSaid = item.answer !== undefined && summary.includes(item.answer.by);
  const description = [summary, isSaid ? "" : answer].filter((part) => part !== "").join(" · ");
  return {
    id: `item ${review.folderUri} ${item.id}`,
    label: title,
    description,
    icon: item.state,
    tooltip: [title, `${state}: ${summary}`, answer].filter((part) => part !== ""),
    spoken: t("{0}: {1}. {2}", state, title, description),
    context: `item.${contextOf(item.state)}${item.answer ? ".answered" : ""}`,
    expanded: item.state === "problem",
    children: item.evidence.map((evidence, index) => evidenceRow(review, item, evidence, index, t)),
    item: { folderUri: review.folderUri, id: item.id, title, note: item.answer?.note ?? "" },
  };
}

function evidenceRow(review: FolderReview, item: ViewItem, evidence: ViewEvidence, index: number, t: Translate): Row {
  const place = evidence.uri === undefined ? "" : placeOf(evidence.uri, evidence.line);
  const line = evidence.line ?? 0;
  const finding = review.files
    .flatMap(({ findings }) => findings)
    .find((candidate) => candidate.fingerprint === evidence.fingerprint && candidate.uri === evidence.uri);
  return {
    id: `evidence ${review.folderUri} ${item.id} ${index} ${evidence.fingerprint ?? evidence.text}`,
    // The place first: what stands last is cut off in a narrow panel.
    label: evidence.uri === undefined ? evidence.text : placeOf(evidence.uri, evidence.line, shortName),
    description: place === "" ? "" : evidence.text,
    icon: "evidence",
    tooltip: [evidence.text, place].filter((part) => part !== ""),
    spoken: place === "" ? evidence.text : t("{0}, {1}", place, evidence.text),
    context: finding ? (finding.fixTitle === undefined ? "finding" : "finding.fixable") : "evidence",
    expanded: false,
    children: [],
    ...(finding ? { finding } : {}),
    ...(evidence.uri === undefined
      ? {}
      : { target: finding ?? { uri: evidence.uri, line, character: 0, endLine: line, endCharacter: 0 } }),
  };
}

/** "users.ts:41", with the line as people count it. */
function placeOf(uri: string, line: number | undefined, shown = (name: string) => name): string {
  const name = shown(decodeName(uri.slice(uri.lastIndexOf("/") + 1)));
  return line === undefined ? name : `${name}:${line + 1}`;
}

/** A stray percent sign leaves the name as it is. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function answerText({ answer, note, by, at }: NonNullable<ViewItem["answer"]>, t: Translate): string {
  const day = at.slice(0, 10);
  const text = answer === "fine" ? t("{0} says it is fine ({1})", by, day) : t("{0} says it is a problem ({1})", by, day);
  return note === "" ? text : `${text}: ${note}`;
}

function contextOf(state: ViewItem["state"]): string {
  return { problem: "problem", "needs a person": "needs", "looks fine": "fine", "not touched": "untouched" }[state];
}
