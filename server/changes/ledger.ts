/** Which lines changed since the base, by whom: kept up to date edit by edit, without reading the file again. Pure. */

import type { Hunk, LineRange } from "./change.ts";
import { diffLines } from "./hunks.ts";

/** Who made a change, as far as is known. */
export interface Origin {
  readonly kind: "human" | "agent" | "mixed" | "unknown";
  /** Why, in words. */
  readonly evidence: string;
}

/** Changed lines of one origin. */
interface LedgerSpan {
  readonly current: LineRange;
  /** What they replace. Of spans that touch, the first may hold it for all of them. */
  readonly base: LineRange;
  readonly origin: Origin;
}

/** In order of lines, not overlapping. What lies outside is as in the base. */
export type Ledger = readonly LedgerSpan[];

/** One edit in whole lines. */
export interface LineEdit {
  /** First replaced line, before the edit. */
  readonly start: number;
  /** End of the replaced lines, before the edit. */
  readonly end: number;
  /** Number of lines that stand there after it. */
  readonly inserted: number;
  /** Whether a part of the first (last) replaced line is still there. */
  readonly keepsStart: boolean;
  readonly keepsEnd: boolean;
}

/** A place in a document: zero-based line, UTF-16 column. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** Turns an edit of a document into whole lines. */
export function lineEditOf(range: { readonly start: Place; readonly end: Place }, text: string): LineEdit {
  const { start, end } = range;
  const breaks = text.match(/\r\n|\n|\r/g)?.length ?? 0;
  // Ends at the begin of a line: that line is not touched.
  const whole = end.character === 0 && (/[\n\r]$/.test(text) || (text === "" && start.character === 0));
  if (whole) return { start: start.line, end: end.line, inserted: breaks, keepsStart: start.character > 0, keepsEnd: false };
  return { start: start.line, end: end.line + 1, inserted: breaks + 1, keepsStart: start.character > 0, keepsEnd: true };
}

/** A ledger of a change whose author is not known line by line. */
export function ledgerOf(hunks: readonly Hunk[], origin: Origin): Ledger {
  return hunks.map(({ current, base }) => ({ current, base, origin }));
}

/** @returns The hunks of the ledger: spans that touch are one. */
export function hunksOf(ledger: Ledger): Hunk[] {
  const hunks: Hunk[] = [];
  for (const { current, base } of ledger) {
    const last = hunks.at(-1);
    if (last && last.current.end === current.start && last.base.end === base.start)
      hunks[hunks.length - 1] = {
        current: { start: last.current.start, end: current.end },
        base: { start: last.base.start, end: base.end },
      };
    else hunks.push({ current, base });
  }
  return hunks;
}

/**
 * Takes in one edit. A line of which another author's text is left becomes mixed.
 *
 * @returns A ledger that is right for the text after the edit, though lines that were edited back to the base's text stay in it
 *   until `settleLedger`.
 */
export function shiftLedger(ledger: Ledger, edit: LineEdit, origin: Origin): Ledger {
  const moved = edit.inserted - (edit.end - edit.start);
  const before: LedgerSpan[] = [];
  const after: LedgerSpan[] = [];
  // Of the lines between: what they replace in the base.
  let baseStart = edit.start;
  let baseEnd = edit.end;
  let offset = 0;
  for (const span of ledger) {
    const { current, base } = span;
    if (current.end <= edit.start) {
      before.push(span);
      offset = base.end - current.end;
      baseStart = edit.start + offset;
      baseEnd = edit.end + offset;
    } else if (current.start >= edit.end) after.push(shifted(span, moved));
    else {
      const cutsStart = current.start < edit.start;
      const cutsEnd = current.end > edit.end;
      if (cutsStart) before.push({ ...span, current: { start: current.start, end: edit.start } });
      if (current.start <= edit.start) baseStart = cutsStart ? base.end : base.start;
      // Behind a cut the base's lines are used up already, by the part before the edit or by the edit itself.
      if (cutsEnd)
        after.push(
          shifted({ ...span, current: { start: edit.end, end: current.end }, base: { start: base.end, end: base.end } }, moved),
        );
      offset = base.end - current.end;
      baseEnd = cutsEnd ? base.end : edit.end + offset;
    }
  }
  const middle = inserted(edit, { start: baseStart, end: Math.max(baseStart, baseEnd) }, originsOf(ledger, edit, origin));
  return [...before, ...middle, ...after];
}

function shifted(span: LedgerSpan, by: number): LedgerSpan {
  return { ...span, current: { start: span.current.start + by, end: span.current.end + by } };
}

/** Origins of the first, the middle and the last inserted line. */
function originsOf(ledger: Ledger, edit: LineEdit, origin: Origin): readonly [Origin, Origin, Origin] {
  const first = edit.keepsStart ? mix(originAt(ledger, edit.start), origin) : origin;
  const last = edit.keepsEnd ? mix(originAt(ledger, edit.end - 1), origin) : origin;
  return edit.inserted === 1 ? [mix(first, last), origin, mix(first, last)] : [first, origin, last];
}

function originAt(ledger: Ledger, line: number): Origin | undefined {
  return ledger.find(({ current }) => current.start <= line && line < current.end)?.origin;
}

function mix(old: Origin | undefined, next: Origin): Origin {
  if (!old || old.kind === next.kind) return next;
  return { kind: "mixed", evidence: `${old.evidence}; then ${next.evidence}` };
}

function inserted(edit: LineEdit, base: LineRange, [first, middle, last]: readonly [Origin, Origin, Origin]): LedgerSpan[] {
  if (edit.inserted === 0)
    return base.start === base.end ? [] : [{ current: { start: edit.start, end: edit.start }, base, origin: middle }];
  const origins = Array.from({ length: edit.inserted }, (_, i) => (i === 0 ? first : i === edit.inserted - 1 ? last : middle));
  return runs(edit.start, base, origins);
}

/** Spans of equal origin. The first one holds the base's lines. */
function runs(start: number, base: LineRange, origins: readonly Origin[]): LedgerSpan[] {
  const spans: LedgerSpan[] = [];
  for (const [i, origin] of origins.entries()) {
    const line = start + i;
    const last = spans.at(-1);
    if (last && sameOrigin(last.origin, origin))
      spans[spans.length - 1] = { ...last, current: { start: last.current.start, end: line + 1 } };
    else
      spans.push({ current: { start: line, end: line + 1 }, base: i === 0 ? base : { start: base.end, end: base.end }, origin });
  }
  return spans;
}

function sameOrigin(a: Origin, b: Origin): boolean {
  return a.kind === b.kind && a.evidence === b.evidence;
}

/**
 * Drops what was edited back to the base's text. Compares the ledger's own lines only, not the whole file.
 *
 * @param base Lines of the base text. @param current Lines of the text that the ledger is right for.
 */
export function settleLedger(ledger: Ledger, base: readonly string[], current: readonly string[]): Ledger {
  const hunks = hunksOf(ledger).flatMap((hunk) => {
    const found = diffLines(base.slice(hunk.base.start, hunk.base.end), current.slice(hunk.current.start, hunk.current.end));
    return found.hunks.map((inner) => ({
      current: { start: inner.current.start + hunk.current.start, end: inner.current.end + hunk.current.start },
      base: { start: inner.base.start + hunk.base.start, end: inner.base.end + hunk.base.start },
    }));
  });
  return withOrigins(hunks, ledger, { kind: "unknown", evidence: "not seen while it was made" });
}

/**
 * Gives freshly found hunks the origins that a ledger knows.
 *
 * @param unknown For lines that the ledger does not have.
 */
export function withOrigins(hunks: readonly Hunk[], ledger: Ledger, unknown: Origin): Ledger {
  return hunks.flatMap((hunk) => {
    const { start, end } = hunk.current;
    if (start === end) {
      const near = ledger.find(({ current }) => current.start <= start && start <= current.end);
      return [{ ...hunk, origin: near?.origin ?? unknown }];
    }
    const origins = Array.from({ length: end - start }, (_, i) => originAt(ledger, start + i) ?? unknown);
    return runs(start, hunk.base, origins);
  });
}

/** Sets the origin of lines that an edit notice speaks of; lines that did not change stay out of the ledger. */
export function markOrigin(ledger: Ledger, lines: readonly LineRange[], origin: Origin): Ledger {
  return ledger.flatMap((span) => {
    const { start, end } = span.current;
    if (!lines.some((range) => range.start < end && start < range.end)) return [span];
    const origins = Array.from({ length: end - start }, (_, i) => {
      const line = start + i;
      return lines.some((range) => range.start <= line && line < range.end) ? origin : span.origin;
    });
    return runs(start, span.base, origins);
  });
}
