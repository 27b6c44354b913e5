/** Tells a guard that was put in the place of another one and asks for less. Pure. */

import type { Span } from "../engine/tree/span.ts";

/** Who may do more than others, and who may do less. */
const mighty =
  /^(?:\w*admin(?:istrator)?s?|\w*owners?|superusers?|root|staff|managers?|moderators?|editors?|operators?|maintainers?)$/i;
const anybody =
  /^(?:users?|members?|guests?|viewers?|readers?|customers?|anyone|anybody|everyone|public|anonymous|authenticated|\*)$/i;

/** How often something may be asked for, in a setting or as "5/minute". */
const allowances = /(?:\b(?:max|limit|points|tries|attempts|count)["']?\s*[:=]\s*|["'`](?=\d[\d_]*\s*(?:\/|per\b)))(\d[\d_]*)/gi;
/** A number that is so much larger lets through what it was to stop. */
const manyTimes = 10;

/** What a caller decides. */
const fromCaller =
  /(?:^|[^\w.])(?:!|not)?\(?(?:(?:req|request|ctx|context|c|self\.request)\.(?:query|body|params|headers|cookies|args|form|json|values|GET|POST|META|req|request|get\(|header\()|searchParams\b|request\[)/;

/**
 * @param before The guard as it was written, `after` as it is written now.
 * @returns Whether the new one lets through what the old one refused: it asks the opposite, for a lesser role, seldom, or only when the
 *   caller does not say otherwise.
 */
export function isWeaker(before: string, after: string): boolean {
  return isOpposite(before, after) || asksForLess(before, after) || allowsMore(before, after) || isLeftToCaller(before, after);
}

/** A guard as it is written; of a decorator only the name may be known, and what it asks for stands behind that. */
export function withArguments(text: string, { start, end }: Span): string {
  const lineEnd = text.indexOf("\n", end);
  return text.slice(start, text.charAt(end) === "(" ? (lineEnd < 0 ? text.length : lineEnd) : end);
}

function packed(text: string): string {
  return text.replace(/\s+/g, "");
}

/** `a !== b` became `a === b`, and what is done then stayed. */
function isOpposite(before: string, after: string): boolean {
  if (packed(before) === packed(after)) return false;
  return positive(before) === positive(after) && negations(before) % 2 !== negations(after) % 2;
}

const negation = /!==?|\bis\s+not\b|\bnot\s+in\b|\bnot\b|!(?!=)/g;

function negations(text: string): number {
  return text.match(negation)?.length ?? 0;
}

function positive(text: string): string {
  return packed(
    text
      .replace(/[!=]==?/g, "==")
      .replace(/\bis\s+not\b/g, "is")
      .replace(/\bnot\s+in\b/g, "in")
      .replace(/\bnot\b|!/g, "")
      .replace(/[()]/g, ""),
  );
}

const literal = /(["'`])([\w*-]+)\1/g;

/** The same check with `"user"` where `"admin"` was. */
function asksForLess(before: string, after: string): boolean {
  if (packed(before.replace(literal, "")) !== packed(after.replace(literal, ""))) return false;
  const asked = [...before.matchAll(literal)].map(([, , word = ""]) => word);
  const now = [...after.matchAll(literal)].map(([, , word = ""]) => word);
  return asked.some((word, at) => mighty.test(word) && anybody.test(now[at] ?? "") && !now.includes(word));
}

function allowsMore(before: string, after: string): boolean {
  if (packed(before.replace(/\d[\d_]*/g, "")) !== packed(after.replace(/\d[\d_]*/g, ""))) return false;
  const numbers = (text: string): number[] =>
    [...text.matchAll(allowances)].map(([, digits = ""]) => Number(digits.replaceAll("_", "")));
  const now = numbers(after);
  return numbers(before).some((count, at) => (now[at] ?? 0) >= count * manyTimes);
}

/** `denied` became `denied && req.query.force !== "1"`. */
function isLeftToCaller(before: string, after: string): boolean {
  const [was, now] = [conditionOf(before), conditionOf(after)];
  if (was === undefined || now === undefined || was === now) return false;
  const more = now.startsWith(`${was} && `)
    ? now.slice(was.length + 4)
    : now.endsWith(` && ${was}`)
      ? now.slice(0, -was.length - 4)
      : "";
  return fromCaller.test(more);
}

/** The condition of an `if`, with one blank between words and `and` written as `&&`. */
function conditionOf(text: string): string | undefined {
  const [head = ""] = text.split(/\n|\breturn\b|\bthrow\b|\{/, 1);
  const [, inBrackets, plain] = /^if\s*(?:\((.*)\)\s*(?:[\w.]+\(.*)?$|(.*):\s*$)/.exec(head.trim()) ?? [];
  return (inBrackets ?? plain)?.trim().replace(/\s+/g, " ").replace(/ and /g, " && ");
}
