/** Tells the guards that a change took away from what they protected. Pure. */

import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import { hideSecrets } from "../engine/findings/hideSecrets.ts";
import { suppressionFor } from "../engine/findings/suppression.ts";
import type { Guard } from "../engine/guards/guard.ts";
import { indexLines, type LineIndex } from "../engine/tree/lineIndex.ts";
import type { Span } from "../engine/tree/span.ts";
import type { FileChange, LineRange } from "./change.ts";
import { currentRange, linesOf } from "./changedLines.ts";
import { classUnit, hasNewBase, inheritsFrom } from "./classOf.ts";
import { isMergedTest } from "./mergedTests.ts";
import { outsideSpan } from "./outsideSpan.ts";
import { placeOf } from "./placeOfRemoved.ts";
import { mayServe } from "./reachedThrough.ts";
import { overlap, type Side } from "./side.ts";
import { hasStandIn } from "./standIns.ts";
import { turnsUp } from "./turnsUp.ts";
import { isWeaker, withArguments } from "./weakerGuards.ts";
import { mentions, wordsOf } from "./words.ts";

/** One file of a change with the analyses of its two texts, both with their guards. */
export interface GuardedFile {
  readonly change: FileChange;
  readonly base: FileAnalysis | undefined;
  readonly current: FileAnalysis | undefined;
}

/** Share of what was protected that has to be there still: a guard that goes with its code is not missed. */
const stillThere = 0.6;
const mostLines = 12;

/**
 * A guard is gone when it stood on removed lines, what it protected is still there, and nothing stands in for it: a guard of its kind
 * that is new in the same function, route or test, that holds for the whole router, that stands in a new function which is called here,
 * or in a caller.
 *
 * @param files All files of the change: a guard may have moved into another one.
 * @returns By path, in the order of the text. Places are those of the current text.
 */
export function removedGuards(files: readonly GuardedFile[]): Map<string, Finding[]> {
  const sides = files.flatMap((file) => sideOf(file) ?? []);
  const found = new Map<string, Finding[]>();
  for (const side of sides) {
    const gone = side.gone.filter((guard) => isMissed(guard, side, sides));
    if (gone.length > 0) found.set(side.path, told(gone, side));
  }
  return found;
}

function sideOf({ change, base, current }: GuardedFile): Side | undefined {
  const { text, baseText = "", hunks, path } = change;
  // A new file may hold what was taken away elsewhere.
  const known = base ?? (baseText === "" ? nothing : undefined);
  if (text === undefined || !known) return undefined;
  const lines = indexLines(text);
  const baseLines = indexLines(baseText);
  const gone = guardsOf(known).filter(({ finding }) =>
    hunks.some((hunk) => overlap(hunk.base, linesOf(baseLines, finding.span))),
  );
  const added = guardsOf(current).filter(({ finding }) =>
    hunks.some((hunk) => overlap(hunk.current, linesOf(lines, finding.span))),
  );
  const kept = gone.flatMap((guard): Guard[][] => {
    const unit = classUnit(guard, { baseLines, lines }) ?? currentRange(hunks, linesOf(baseLines, guard.unit));
    const same = added.find(
      (other) => isSame(guard, other) && beginsWithin(lines, other.finding.span, unit) && !isLess(guard, baseText, other, text),
    );
    return same ? [[guard, same]] : [];
  });
  const isKept = (guard: Guard): boolean => kept.some((pair) => pair.includes(guard));
  return {
    ...{ path, hunks, baseText, text, baseLines, lines, base: known, current },
    gone: gone.filter((guard) => !isKept(guard)),
    added: added.filter((guard) => !isKept(guard)),
  };
}

/** A condition that never holds: it switches a check off. Names are written without spaces. */
const neverAsked = /^\(*(?:false|False|0|null|undefined|None|!true|!1|notTrue)\)*(?:&&|and|$)|&&\(?false\)?$/;

/** A condition that is asked in some environments only: everywhere else the check is off. */
const askedSomewhere =
  /^\(*(?:!?process\.env\.(?:NODE_ENV|APP_ENV|ENV|ENVIRONMENT|CI)\b|!?import\.meta\.env\.(?:PROD|DEV|MODE)\b|(?:is|in)_?Prod(?:uction)?\b|!is_?Dev(?:elopment)?\b|!__DEV__)[^&|]*&&/i;

/** The guards of a text that ask for something, wherever it runs. */
function guardsOf(analysis: FileAnalysis | undefined): readonly Guard[] {
  return (analysis?.guards?.found ?? []).filter(({ name }) => !neverAsked.test(name) && !askedSomewhere.test(name));
}

/** Whether a guard that is there now lets through what the old one refused. */
function isLess(guard: Guard, baseText: string, other: Guard, text: string): boolean {
  return (
    guard.finding.ruleId === other.finding.ruleId &&
    isWeaker(withArguments(baseText, guard.finding.span), withArguments(text, other.finding.span))
  );
}

function isSame(guard: Guard, other: Guard): boolean {
  return guard.finding.ruleId === other.finding.ruleId && guard.name === other.name;
}

const nothing: FileAnalysis = {
  ...{ path: "", findings: [], topics: [], notReviewed: [], reviewed: false, lines: 0, bytes: 0, rulesRun: 0, steps: 0 },
};

function isMissed(guard: Guard, side: Side, sides: readonly Side[]): boolean {
  // What cannot be read as a whole may hold the guard.
  if (side.current === undefined || side.current.notReviewed.some(({ reason }) => reason === "syntax errors")) return false;
  const unit = classUnit(guard, side) ?? currentRange(side.hunks, linesOf(side.baseLines, guard.unit));
  const unitText = textIn(side.lines, unit);
  if (!isStillThere(guard, side) || isMergedTest(guard, side.hunks, side.baseLines)) return false;
  const standsIn = (other: Guard): boolean => other.covers.includes(guard.finding.ruleId);
  const own = guardsOf(side.current).filter((other) => standsIn(other) && !isLess(guard, side.baseText, other, side.text));
  const isHere = (other: Guard): boolean => isWithin(side.lines, other.finding.span, unit);
  const holdsHere = (other: Guard): boolean =>
    (other.reach === "file" && isOfRouter(other, guard)) ||
    (other.reach === "class" && contains(linesOf(side.lines, other.unit), unit));
  if (own.some((other) => holdsHere(other) || (other.name === guard.name && isHere(other)))) return false;
  // A new decorator stands above the unit that it holds for.
  const isAround = (other: Guard): boolean => other.holder === guard.holder && contains(linesOf(side.lines, other.unit), unit);
  if (side.added.some((other) => own.includes(other) && (isHere(other) || isAround(other)))) return false;
  for (const from of sides) {
    const { added, text, lines, path } = from;
    for (const other of added.filter(standsIn)) {
      const holdsForAll = (): boolean => (path === side.path ? isOfRouter(other, guard) : mayServe(other, from, side, sides));
      if (other.reach === "file" && holdsForAll()) return false;
      // Moved into a function of its own, or into the one that calls.
      if (isNewName(other.holder, sides) && mentions(unitText, other.holder)) return false;
      if (guard.holder !== "" && other.holder !== guard.holder && leadsTo(guard.holder, other, unitTextOf(other, text, lines)))
        return false;
    }
  }
  if (isInBase(guard, side, sides)) return false;
  return !turnsUp(guard, side) && !hasStandIn(guard, side);
}

/** Whether a base of the class has the guard now, or one that cannot be seen is named after it. */
function isInBase(guard: Guard, side: Side, sides: readonly Side[]): boolean {
  const isSameMethod = (other: Guard): boolean => other.reach === "class" || other.holder === guard.holder;
  return (
    hasNewBase(guard, side) ||
    sides.some((from) =>
      guardsOf(from.current).some(
        (other) => other.covers.includes(guard.finding.ruleId) && isSameMethod(other) && inheritsFrom(guard, side, other, from),
      ),
    )
  );
}

/** Whether what holds for a whole router holds for the one of a guard too. */
function isOfRouter({ routers: [router] }: Guard, { routers }: Guard): boolean {
  return router === undefined || routers.length === 0 || routers.includes(router);
}

/** Whether the code that it stood before is in the current text, by its names and literals, at the same place. */
function isStillThere(
  { protects, finding: { ruleId, span: own } }: Guard,
  { hunks, baseLines, baseText, lines, gone }: Side,
): boolean {
  // Guards of a kind that went in one change do not protect one another.
  const others = gone
    .filter(({ finding }) => finding.ruleId === ruleId)
    .map(({ finding }) => finding.span)
    .filter(({ start, end }) => end <= own.start || start >= own.end);
  const words = others
    .reduce((parts, other) => parts.flatMap((part) => outsideSpan(part, other)), [...protects])
    .flatMap(({ start, end }) => wordsOf(baseText.slice(start, end)));
  const [first, last] = [protects[0], protects.at(-1)];
  if (!first || !last || words.length === 0) return false;
  const place = currentRange(hunks, linesOf(baseLines, { start: first.start, end: last.end }));
  const present = new Map<string, number>();
  for (const word of wordsOf(textIn(lines, place))) present.set(word, (present.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of words) {
    const left = present.get(word) ?? 0;
    if (left > 0) found++;
    present.set(word, left - 1);
  }
  return found >= stillThere * words.length;
}

/** Whether a function is called behind the guard, or given to a router beside it; one that is only passed on does its checks itself. */
function leadsTo(name: string, { holder }: Guard, text: string): boolean {
  // What an application calls as the method of a request is called like what registers a route.
  if (/^(?:get|post|put|patch|delete|head|options)$/.test(name)) return false;
  if (holder === "") return mentions(text, name);
  return [...text.matchAll(/([A-Za-z_$][\w$]*)\s*\(/g)].some(([, called]) => called === name);
}

function isNewName(name: string, sides: readonly Side[]): boolean {
  return name !== "" && !sides.some(({ baseText }) => baseText.includes(name));
}

function unitTextOf({ unit }: Guard, text: string, lines: LineIndex): string {
  const { start, end } = linesOf(lines, unit);
  return text.slice(lines.lineStart(start), lines.lineStart(end - 1) + lines.lineText(end - 1).length);
}

function isWithin(lines: LineIndex, span: Span, { start, end }: LineRange): boolean {
  const range = linesOf(lines, span);
  return contains({ start, end }, range);
}

function beginsWithin(lines: LineIndex, { start }: Span, unit: LineRange): boolean {
  return isWithin(lines, { start, end: start }, unit);
}

function contains(around: LineRange, { start, end }: LineRange): boolean {
  return start >= around.start && end <= around.end;
}

function textIn(lines: LineIndex, { start, end }: LineRange): string {
  const texts: string[] = [];
  for (let line = start; line < end; line++) texts.push(lines.lineText(line));
  return texts.join("\n");
}

/** Several that are told at one place are one finding; what covers another of them says more. */
function told(gone: readonly Guard[], side: Side): Finding[] {
  const byPlace = new Map<string, { readonly finding: Finding; readonly guards: Guard[] }>();
  for (const guard of gone) {
    const ruleId = guard.finding.ruleId;
    const span = placeOf(guard, side);
    const saysMore = (other: Guard): boolean =>
      other.finding.ruleId !== ruleId &&
      other.covers.includes(ruleId) &&
      (touch(other, guard) || (isOnLineOf(other, guard, side) && placeOf(other, side).start === span.start));
    if (gone.some(saysMore)) continue;
    const key = `${ruleId} ${span.start}`;
    const known = byPlace.get(key);
    if (known) known.guards.push(guard);
    else byPlace.set(key, { finding: { ...guard.finding, span }, guards: [guard] });
  }
  const secret = new Set(
    side.base.findings.filter(({ metadata }) => metadata.checklist.includes("no-secrets")).map((one) => one.ruleId),
  );
  const hide = hideSecrets(side.baseText, side.base.findings, (ruleId) => secret.has(ruleId));
  const findings = [...byPlace.values()].map(({ finding, guards }) => {
    const line = side.lines.positionAt(finding.span.start).line;
    const { suppression: _, ...rest } = finding;
    const suppression = suppressionFor(side.current?.guards?.ignores ?? [], { ...finding, line });
    return {
      ...rest,
      message: namingAll(hiddenIn(finding, hide), guards, hide),
      captures: {},
      removed: linesOfAll(guards, side).map((at) => ({ line: at, text: hide(side.baseLines.lineText(at)) })),
      ...(suppression ? { suppression } : {}),
    };
  });
  return findings.sort((a, b) => a.span.start - b.span.start);
}

/** Most guards of one place that a message names. */
const mostNamed = 4;

/** @returns The message with the names of all guards that went at one place, not only of the first. */
function namingAll(message: string, guards: readonly Guard[], hide: (text: string) => string): string {
  const named = guards.flatMap(({ finding }) => finding.captures.$GUARD?.text ?? []);
  const names = [...new Set(named.map((text) => (text.length < 4 ? text : hide(text))))];
  if (names.length < 2) return message;
  const more = names.length > mostNamed ? ", ..." : "";
  return message.replace(`(${names[0]})`, () => `(${names.slice(0, mostNamed).join(", ")}${more})`);
}

/** Hides in a message what was filled in; its words are the rule's own. */
function hiddenIn({ message, captures }: Finding, hide: (text: string) => string): string {
  return Object.values(captures).reduce(
    (said, { text }) => (text.length < 4 ? said : said.replaceAll(text, hide(text))),
    message,
  );
}

function isOnLineOf(one: Guard, other: Guard, { baseLines }: Side): boolean {
  return overlap(linesOf(baseLines, one.finding.span), linesOf(baseLines, other.finding.span));
}

function touch(one: Guard, other: Guard): boolean {
  return one.finding.span.start < other.finding.span.end && other.finding.span.start < one.finding.span.end;
}

function linesOfAll(guards: readonly Guard[], { baseLines }: Side): number[] {
  const all = new Set<number>();
  for (const { finding } of guards) {
    const { start, end } = linesOf(baseLines, finding.span);
    for (let line = start; line < end; line++) all.add(line);
  }
  return [...all].sort((a, b) => a - b).slice(0, mostLines);
}
