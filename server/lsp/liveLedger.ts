/** The ledgers of open documents: each edit shifts one, the editor says where edits came from, and what a person typed counts as seen. */

import type { LineRange } from "../changes/change.ts";
import { diffHunks } from "../changes/hunks.ts";
import { type Ledger, ledgerOf, lineEditOf, markOrigin, type Origin, shiftLedger } from "../changes/ledger.ts";
import type { EditNotice } from "../protocol.ts";
import type { OpenDocument } from "./openDocument.ts";

/** One edit as the protocol sends it; without a range it is the whole text. */
export interface DocumentEdit {
  readonly range?: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

export interface LiveLedgers {
  /** Call after the edits were applied, in the order in which they came. */
  changed(document: OpenDocument, edits: readonly DocumentEdit[]): void;
  /** A notice that comes before its edit waits for it; one about an older version than the document's is dropped. */
  note(document: OpenDocument, notice: EditNotice): void;
  /** Hands over what a person typed, without waiting for a pause. */
  flush(document: OpenDocument): void;
  ledgerOf(document: OpenDocument): Ledger;
  forget(document: OpenDocument): void;
}

interface Entry {
  ledger: Ledger;
  early: EditNotice | undefined;
  typed: boolean;
  timer: NodeJS.Timeout | undefined;
}

const before: Origin = { kind: "unknown", evidence: "changed before the document was opened" };
const untold: Origin = { kind: "unknown", evidence: "the editor has not said where the edit came from" };
/** A person is not asked at every key press: lines count when the typing pauses. */
const pauseMs = 1_500;

/** @param onTyped Lines of the present text that a person typed alone. */
export function createLiveLedgers(onTyped: (document: OpenDocument, lines: readonly LineRange[]) => void): LiveLedgers {
  const entries = new Map<OpenDocument, Entry>();

  const fresh = (document: OpenDocument): Ledger => ledgerOf(diffHunks(document.baseText ?? "", document.text.getText()), before);
  const entryOf = (document: OpenDocument): Entry => {
    const known = entries.get(document);
    if (known) return known;
    const entry = { ledger: fresh(document), early: undefined, typed: false, timer: undefined };
    entries.set(document, entry);
    return entry;
  };
  const flush = (document: OpenDocument): void => {
    const entry = entries.get(document);
    if (!entry?.typed) return;
    clearTimeout(entry.timer);
    entry.typed = false;
    const lines = entry.ledger.filter((span) => span.origin.kind === "human").map((span) => span.current);
    onTyped(document, lines);
  };
  const note = (document: OpenDocument, notice: EditNotice): void => {
    const entry = entryOf(document);
    entry.early = notice.version > document.text.version ? notice : undefined;
    if (notice.version !== document.text.version) return;
    entry.ledger = markOrigin(entry.ledger, notice.lines, notice.origin);
    if (notice.origin.kind !== "human") return;
    entry.typed = true;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => flush(document), pauseMs);
    entry.timer.unref();
  };
  return {
    note,
    flush,
    changed(document, edits) {
      const known = entries.get(document);
      const entry = entryOf(document);
      // A new one was made from the text that holds the edits already.
      for (const { range, text } of known ? edits : [])
        entry.ledger = range ? shiftLedger(entry.ledger, lineEditOf(range, text), untold) : fresh(document);
      const { early } = entry;
      if (early) note(document, early);
    },
    ledgerOf: (document) => entryOf(document).ledger,
    forget(document) {
      clearTimeout(entries.get(document)?.timer);
      entries.delete(document);
    },
  };
}
