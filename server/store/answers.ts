/** What persons answered to checklist items, each bound to the content it was given for. */

import { appendRecord, type JournalRecord, type JournalWrite } from "./journal.ts";

export interface RecordedAnswer {
  /** Checklist item id. */
  readonly item: string;
  /** "none" takes the answer back. */
  readonly answer: "fine" | "problem" | "none";
  readonly note: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Hash of the content that it was given for. */
  readonly content: string;
}

/** An answer that stands. */
export type StandingAnswer = RecordedAnswer & { readonly answer: "fine" | "problem" };

const kind = "answer";
const maxText = 4000;

/** Appends an answer. Never throws. */
export function recordAnswer(folder: string, answer: RecordedAnswer): JournalWrite {
  const { item, note, by, at, content } = answer;
  return appendRecord(folder, {
    kind,
    at,
    item,
    answer: answer.answer,
    note: note.slice(0, maxText),
    by: by.slice(0, maxText),
    content,
  });
}

/** @returns The last answer for each item and content, oldest first; those taken back are left out. */
export function answersIn(records: readonly JournalRecord[]): StandingAnswer[] {
  const latest = new Map<string, RecordedAnswer>();
  for (const record of records) {
    const answer = toAnswer(record);
    if (!answer) continue;
    const key = JSON.stringify([answer.item, answer.content]);
    latest.delete(key);
    latest.set(key, answer);
  }
  return [...latest.values()].filter(stands);
}

function stands(answer: RecordedAnswer): answer is StandingAnswer {
  return answer.answer !== "none";
}

function toAnswer(record: JournalRecord): RecordedAnswer | undefined {
  const { item, answer, note, by, at, content } = record;
  if (record.kind !== kind || typeof item !== "string" || typeof content !== "string") return undefined;
  if (answer !== "fine" && answer !== "problem" && answer !== "none") return undefined;
  return { item, answer, note: text(note), by: text(by), at, content };
}

function text(value: unknown): string {
  return typeof value === "string" ? value.slice(0, maxText) : "";
}
