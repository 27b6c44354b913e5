/** Regexes of rules: linear-time where they can be, so that a rule cannot hang a review. */

import { type Matcher, RE2JS } from "re2js";
import { toNativeRegex } from "./nativeRegex.ts";

/** One match; offsets are UTF-16. */
export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** Numbered and named groups that took part: "1", "NAME". */
  readonly groups: Readonly<Record<string, string>>;
  /** Where each of them lies. */
  place(group: string): { readonly start: number; readonly end: number } | undefined;
}

export interface Regex {
  /** Anywhere in the text. */
  test(text: string): boolean;
  /** At the beginning of the text. */
  testStart(text: string): boolean;
  /** All matches in order; empty matches are left out. */
  all(text: string): RegexMatch[];
}

export interface RegexOptions {
  /** The author is trusted to have written no catastrophic regex, so the faster engine runs it. */
  readonly trusted?: boolean;
  /** `^` and `$` also match at line ends, as in `pattern-regex`. */
  readonly multiline?: boolean;
}

/**
 * Python's syntax as rules use it: `(?i)`, `(?P<name>...)`, `(?P=name)`, `\A`, `\Z`.
 *
 * @returns The regex, or a sentence that says why it cannot be used. Lookaround and backreferences, which linear-time matching
 *   cannot express, run in the platform's own engine: call it where a watchdog can end it.
 */
export function compileRegex(written: string, options: RegexOptions = {}): Regex | string {
  const source = withoutLayout(written);
  const multiline = options.multiline === true;
  const native = options.trusted ? compileNative(source, multiline) : undefined;
  if (native && typeof native !== "string") return native;
  return compileLinear(source, multiline) ?? native ?? compileNative(source, multiline);
}

/** `(?x)` at the beginning: space and comments are layout, outside of classes and where no backslash stands before. */
function withoutLayout(source: string): string {
  const flags = /^\(\?([imsuaU]*)x([imsuaUx]*)\)/.exec(source);
  if (!flags) return source;
  const others = `${flags[1]}${flags[2]}`.replaceAll("x", "");
  const body = source
    .slice(flags[0].length)
    .replace(/(\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\])|\s+|#[^\n]*/g, (_, kept: string | undefined) => kept ?? "");
  return others === "" ? body : `(?${others})${body}`;
}

function compileLinear(source: string, multiline: boolean): Regex | undefined {
  // These need an engine that goes back; the linear one would read them otherwise or not at all.
  if (/\(\?<?[=!]|\\[1-9Z]|\(\?P=|\(\?>|[*+?}]\+/.test(source)) return undefined;
  let regex: RE2JS;
  try {
    regex = RE2JS.compile(source, multiline ? RE2JS.MULTILINE : 0);
  } catch {
    return undefined;
  }
  return {
    test: (text) => regex.matcher(text).find(),
    testStart: (text) => regex.matcher(text).lookingAt(),
    all: (text) => allLinear(regex.matcher(text)),
  };
}

function allLinear(matcher: Matcher): RegexMatch[] {
  const found: RegexMatch[] = [];
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end === start) continue;
    const groups: Record<string, string> = {};
    const places = new Map<string, { start: number; end: number }>();
    const add = (name: string, at: number): void => {
      const text = matcher.group(at);
      if (typeof text !== "string") return;
      groups[name] = text;
      places.set(name, { start: matcher.start(at), end: matcher.end(at) });
    };
    for (let at = 1; at <= matcher.groupCount(); at++) add(`${at}`, at);
    for (const [name, at] of Object.entries(matcher.namedGroups)) add(name, at);
    found.push({ start, end, groups, place: (group) => places.get(group) });
  }
  return found;
}

function compileNative(source: string, multiline: boolean): Regex | string {
  const native = toNativeRegex(source);
  if (typeof native === "string") return native;
  const flags = `g${native.flags}${multiline && !native.flags.includes("m") ? "m" : ""}`;
  let regex: RegExp;
  try {
    regex = new RegExp(native.source, flags);
  } catch (error) {
    return `The regex cannot be read: ${error instanceof Error ? error.message : "unknown syntax"}.`;
  }
  const sticky = new RegExp(native.source, flags.replace("g", "y"));
  const indexed = new RegExp(native.source, flags.replace("g", "dy"));
  return {
    test(text) {
      regex.lastIndex = 0;
      return regex.test(text);
    },
    testStart(text) {
      sticky.lastIndex = 0;
      return sticky.test(text);
    },
    all: (text) =>
      Array.from(text.matchAll(regex), (match) => toMatch(match, native.groups, indexed)).filter(({ start, end }) => end > start),
  };
}

/** @param indexed The same regex, which tells where groups lie; it is only run for who asks. */
function toMatch(match: RegExpExecArray, names: readonly string[] | undefined, indexed: RegExp): RegexMatch {
  const groups: Record<string, string> = {};
  const numbered = names ? [match[0], ...names.map((name) => match.groups?.[name])] : match;
  for (const [at, text] of numbered.entries()) if (at > 0 && text !== undefined) groups[at] = text;
  for (const [name, text] of Object.entries(match.groups ?? {}))
    if (text !== undefined && !(names && /^(?:atomic|group)\d+$/.test(name))) groups[name] = text;
  const place: RegexMatch["place"] = (group) => {
    indexed.lastIndex = match.index;
    const indices = indexed.exec(match.input)?.indices;
    const name = names && /^[1-9]/.test(group) ? names[Number(group) - 1] : group;
    const found = name !== undefined && /^[1-9]/.test(name) ? indices?.[Number(name)] : indices?.groups?.[name ?? ""];
    return found && { start: found[0], end: found[1] };
  };
  return { start: match.index, end: match.index + match[0].length, groups, place };
}
