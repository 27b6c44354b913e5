/** Tells whether the name of a removed guard is used where no guard is recognized. Pure. */

import type { Guard } from "../engine/guards/guard.ts";
import { linesOf } from "./changedLines.ts";
import type { Side } from "./side.ts";
import { mentions, wordsOf } from "./words.ts";

/** Its name is used on changed lines where no guard is recognized: put into a list, or passed on. */
export function turnsUp({ name, finding }: Guard, { current, hunks, lines }: Side): boolean {
  const isIn = traceOf(name);
  if (isIn === undefined) return false;
  const known = (current?.guards?.found ?? [])
    .filter(({ covers }) => covers.includes(finding.ruleId))
    .map((guard) => linesOf(lines, guard.finding.span));
  for (const { current: range } of hunks)
    for (let line = range.start; line < range.end; line++) {
      const text = lines.lineText(line);
      if (/^\s*(?:import\b|from\b|\/\/|#|\*)|\brequire\(/.test(text) || !isIn(text)) continue;
      if (!known.some(({ start, end }) => start <= line && line < end)) return true;
    }
  return false;
}

/** Tells a line that may do what a guard of this name did; undefined where the name says too little. */
function traceOf(name: string): ((line: string) => boolean) | undefined {
  const [left, right] = name.split(/[!=]==?/);
  const [, literal] = /^(["'`][\w-]+["'`])$/.exec(right ?? "") ?? [];
  // `user.role === "admin"` in another place.
  if (left && literal) return (line) => decides.test(line) && mentions(line, lastWord(left) ?? left) && line.includes(literal);
  const word = lastWord(name);
  if (word === undefined) return undefined;
  if (left && right) {
    // `note.owner != user`: the user stands on many lines. What asks for both may be a query, and what reads the note anew as well.
    const other = lastWord(left);
    const compared = /([A-Za-z_$][\w$]*)[.?[][^(]*$/.exec(left)?.[1];
    const given = compared === undefined ? undefined : new RegExp(`(?:^|[^\\w.])${nameIn(compared)}\\s*=[^=]`);
    return (line) => mentions(line, word) && (other === undefined || mentions(line, other) || given?.test(line) === true);
  }
  const called = /([A-Za-z_$][\w$]*)\??\.([A-Za-z_$][\w$]*)\((.*)\)$/s.exec(name);
  const receiver = called?.[1] && everyday.test(called[2] ?? "") ? new RegExp(`\\b${nameIn(called[1])}\\b`) : undefined;
  const asked = wordsOf(called?.[3] ?? "");
  // `KNOWN.has(sort)` where `KNOWN.includes(sort)` was: both are asked about together.
  if (receiver && asked.length > 0)
    return (line) => receiver.test(line) && (mentions(line, word) || asked.every((one) => mentions(line, one)));
  return (line) => mentions(line, word) && (receiver === undefined || receiver.test(line));
}

/** A line that goes on by what was asked, and does not only write it into a log. */
const decides = /\b(?:return|throw|raise|and|or)\b|&&|\|\||(?<![=!<>])=(?!=)/;

/** Names are written without spaces: `not user` as `notuser`. */
function nameIn(written: string): string {
  return written.replaceAll("$", "\\$&").replace(/^not(?=\w)/, "(?:not)?");
}

/** Methods that many things have. */
const everyday = /^(?:get|has|includes|test|match|find|some|every|startsWith|endsWith|startswith|endswith|exists)$/;

function lastWord(code: string): string | undefined {
  return /([A-Za-z_$][\w$]{2,})(?:\(.*\))?(?:\.\w{1,2})?$/s.exec(code)?.[1];
}
