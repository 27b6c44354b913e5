/** Tells from the place whether what stands there is used to sign or to sign in, though it looks like any word. Pure. */

import type { Span } from "../tree/span.ts";
import type { AssignedValue } from "./assigned.ts";
import type { FileKind } from "./fileKind.ts";
import { isServiceName, isSigningName } from "./names.ts";
import { type Demand, isChosenKey, isChosenName, isPlainWord } from "./values.ts";

export function isProven(text: string, name: Span, value: AssignedValue, demand: Demand, kind: FileKind): boolean {
  const called = text.slice(name.start, name.end);
  const written = text.slice(value.start, value.end);
  if (demand === "password") return isProvenPassword(text, name, called, value, written, kind);
  if (demand !== "key") return false;
  if (!isSigningKey(text, name, called, kind)) return false;
  if (!isChosenKey(written))
    return isWordOfOwn(text, value, kind) && isPlainWord(written) && !/(?:key|token|secret)$/.test(written);
  // A cluster's resources have names of small letters.
  return kind.format !== "configuration" || /[A-Z\d]/.test(written) || isWordOfOwn(text, value, kind);
}

function isSigningKey(text: string, name: Span, called: string, { format, language }: FileKind): boolean {
  if (isSigningName(called)) return true;
  if (/(?:^|[._])(?:app_?)?secret_?key$/i.test(called)) return language === "python" || /jwt/i.test(text);
  return (
    /^secret$/i.test(called) && format === "code" && /^\s{0,3}=/.test(text.slice(name.end, name.end + 4)) && /jwt/i.test(text)
  );
}

/** Between quotes in code, or in a file of variables, where nothing has a name of its own. */
function isWordOfOwn(text: string, { start, end }: Span, { format }: FileKind): boolean {
  return end - start >= 6 && (format === "configuration" ? text[start - 1] === "=" : format === "code");
}

function isProvenPassword(
  text: string,
  name: Span,
  called: string,
  value: AssignedValue,
  written: string,
  kind: FileKind,
): boolean {
  if (!isPlainWord(written) && !isChosenName(written)) return isVariableSet(called, kind) && isPlainWord(written.toLowerCase());
  if (!isWrittenOut(text, name, value, kind)) return false;
  if (isVariableSet(called, kind) && (!/^\d+$/.test(written) || isServiceName(called))) return true;
  if (value.called) return /^set_?(?:password|passwd|pwd)$/i.test(called);
  return isCompared(text, name, value, kind) || isDeclaredText(text, name, kind) || isBesideUser(text, name, value, kind);
}

/** Without quotes a word may be a command, a sentence, or what the user is asked. */
function isWrittenOut(text: string, name: Span, value: Span, { format }: FileKind): boolean {
  // What follows a colon without a blank is a part of a name.
  if (format === "configuration") return text[value.start - 1] !== ":";
  if (/["'`>]/.test(text.charAt(value.start - 1))) return true;
  return (
    /[=:]/.test(text.charAt(name.end)) &&
    text[value.start - 1] === text[name.end] &&
    !/\/p\s{1,3}$/i.test(text.slice(Math.max(0, name.start - 6), name.start))
  );
}

/** `DB_PASSWORD=walnut`, `jdbc.password=walnut`: nobody writes the word for a password there, but one. */
function isVariableSet(name: string, { format }: FileKind): boolean {
  const constant = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$|^(?:(?:PG)?PASSWORD|(?:SSH)?PASS)$/.test(name);
  return (constant && (format === "configuration" || format === "shell")) || isServiceName(name);
}

/** `char pass[] = "walnut"`, `#define WIFI_PASS "walnut"`, `String password = "walnut"`. */
function isDeclaredText(text: string, name: Span, { format }: FileKind): boolean {
  if ((format !== "code" && format !== "other") || /pw$/i.test(text.slice(name.start, name.end))) return false;
  return /(?:\bchar\s{0,2}\*?\s{0,2}(?:const\s)?|\bString\s|\bstring\s|#\s{0,2}define\s{1,4})[a-z_]{0,12}$/.test(
    text.slice(Math.max(0, name.start - 40), name.start),
  );
}

/** `strcmp(password, "walnut")`, `txtPassword.Text == "walnut"`. */
function isCompared(text: string, name: Span, value: Span, { format }: FileKind): boolean {
  if (
    format !== "code" ||
    !/^(?!update|reset|change|re_?use)\w{0,12}(?:password|passwd|passwort|wachtwoord|senha)$/i.test(
      text.slice(name.start, name.end),
    )
  )
    return false;
  const between = text.slice(name.end, value.start);
  return (
    /^(?:\.(?:[tT]ext|[vV]alue|getText\(\)|toString\(\)))?(?:\s{0,3}={2,3}\s{0,3}["']|\.equals\(\s{0,3}")$/.test(between) ||
    (/^\s{0,3},\s{0,3}["']$/.test(between) &&
      /\bstrn?(?:case)?cmp\(\s{0,3}$/.test(text.slice(Math.max(0, name.start - 16), name.start)))
  );
}

const userName =
  /(?:^|[^A-Za-z]|db|sql|smtp|ftp|mail)(?:user(?:[_ ]?name|[_ ]?id)?|login|uid|account)\\?["']?\s{0,3}(?:=>|:=|[:=])\s{0,3}\\?["']?([a-z][\w.@-]{1,60})/gi;
/** What else a connection is described by. */
const connected =
  /(?:^|[^A-Za-z])(?:ssid|(?:db|my_?sql|pg|redis|mail|smtp|ftp)?_?host(?:_?name)?|server(?:_?name)?|data(?:base| source)|db_?name)\\?["']?\s{0,3}(?:=>|:=|[:=])\s{0,3}\\?["']?[\w%$.(]/i;

/** Of a `.netrc`, and of running text: "user `ann` and password". */
const signsInToMachine = /(?:^|\s)(?:machine\s{1,4}\S{1,80}|default)\s{1,8}login\s{1,4}\S{1,60}\s{1,8}$/;
const signsInInWords =
  /\b(?:user(?:name| name)?|login|account|e-?mail)(?: is| as|:| =)?[ *_]{1,4}[\x60"'][\w.@+-]{1,60}[\x60"'][*_]{0,2}\s?(?:,|and|&|with|\/|,? and)?\s(?:(?:the|its|a) )?[*_]{0,2}$/i;

/** Words with a number, joined as names are, where no service of a build is signed in to: somebody thought of them. */
export function isThoughtOf(name: string, written: string, { format, pipeline }: FileKind): boolean {
  return (format === "prose" || (pipeline && !isServiceName(name))) && /^[a-z]{3,}(?:[-_.][a-z]{3,}){1,3}\d{2,4}$/i.test(written);
}

/** Whether the setting next to a password says for whom it is, or for which server. */
function isBesideUser(text: string, name: Span, value: Span, kind: FileKind): boolean {
  // In code a word between quotes, or in a connection string.
  const quoted = /["'`]/.test(text.charAt(value.start - 1));
  if (kind.format !== "configuration" && !quoted && !/[; "'`]/.test(text.charAt(name.start - 1))) return false;
  const password = text.slice(value.start, value.end);
  const before = text.slice(Math.max(0, name.start - 160), name.start);
  if (kind.format === "prose" ? signsInInWords.test(before) : signsInToMachine.test(before)) return true;
  const around = near(text, name, 120);
  return (
    connected.test(around) ||
    [...around.matchAll(userName)].some(
      ([, user = ""]) => (quoted || user !== password) && isPlainWord(user.replace(/[\W\d_].*$/, "").padEnd(5, "n")),
    )
  );
}

export function near(text: string, { start, end }: Span, length: number): string {
  return text.slice(Math.max(0, start - length), end + length);
}
