/** Which findings a person has marked as not useful, each by its rule and the content that it was found in. */

import { appendRecord, type JournalRecord, type JournalWrite } from "./journal.ts";

export interface UsefulnessMark {
  readonly rule: string;
  /** Content fingerprint of the finding: it moves with the code, and is another one when what was found is. */
  readonly content: string;
  /** True takes the mark back. */
  readonly useful: boolean;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const kind = "usefulness";
const maxText = 4000;

/** Appends a mark. Never throws. */
export function recordUsefulness(folder: string, { rule, content, useful, by, at }: UsefulnessMark): JournalWrite {
  return appendRecord(folder, { kind, at, rule, content, useful, by: by.slice(0, maxText) });
}

/** @returns By rule the contents that are marked as not useful; marks that were taken back are left out. */
export function notUsefulIn(records: readonly JournalRecord[]): Map<string, Set<string>> {
  const marked = new Map<string, Set<string>>();
  for (const { kind: recorded, rule, content, useful } of records) {
    if (recorded !== kind || typeof rule !== "string" || typeof content !== "string" || typeof useful !== "boolean") continue;
    const contents = marked.get(rule) ?? new Set();
    marked.set(rule, contents);
    if (useful) contents.delete(content);
    else contents.add(content);
  }
  return marked;
}
