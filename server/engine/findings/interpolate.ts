/** Fills metavariables into a rule's message or fix. */

import type { Regex } from "../patterns/compileRegex.ts";
import type { Bindings } from "../patterns/match.ts";

/** Longer code is cut in messages. */
const longest = 160;

/**
 * `$X` becomes the code it stands for on one line, `value($X)` what a variable is known to hold; a name that is not bound stays as it is written.
 *
 * @param hide Hides secrets in what is filled in; the words of the message are the rule's own.
 */
export function interpolateMessage(
  message: string,
  bindings: Bindings,
  valueIn: (name: string) => string | undefined,
  hide: (code: string) => string,
): string {
  return message.replace(
    /value\((\$[A-Z_][A-Z_0-9]*)\)|\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+|\$[a-z]\w*/g,
    (whole, valued?: string) => {
      if (valued !== undefined) return hide(valueIn(valued) ?? bindings.get(valued)?.text ?? whole);
      const bound = bindings.get(whole);
      return bound === undefined ? whole : clip(hide(bound.written ?? bound.text).replace(/\s+/g, " "));
    },
  );
}

/**
 * As for messages, with the code kept as it is; a list of nothing takes a comma beside it away.
 *
 * @param indent What stands before the match on its line: lines of the fix are indented as the first one is.
 * @param hide What is done with the code that is filled in.
 */
export function interpolateFix(
  fix: string,
  bindings: Bindings,
  indent: string,
  hide: (code: string) => string = (code) => code,
): string {
  return fix
    .replace(/\n$/, "")
    .replace(/\n(?=[^\n])/g, `\n${indent}`)
    .replace(/(,\s*)?(\$\.\.\.[A-Z_][A-Z_0-9]*)(\s*,\s*)?/g, (written, before = "", name: string, after = "") =>
      bindings.get(name)?.text === "" ? (before === "" ? "" : after) : written,
    )
    .replace(/\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+/g, (name) => {
      const bound = bindings.get(name);
      return bound === undefined ? name : hide(bound.text);
    });
}

/**
 * What a match becomes by `fix-regex`: the first `count` finds of the regex are replaced, all of them without a count.
 *
 * @param replacement `\\1` and `\\g<name>` stand for what the regex's groups found.
 */
export function replaceFound(text: string, regex: Regex, replacement: string, count = Number.POSITIVE_INFINITY): string {
  let replaced = "";
  let from = 0;
  for (const [at, { start, end, groups }] of regex.all(text).entries()) {
    if (at >= count) break;
    const by = replacement.replace(/\\(?:(\d+)|g<(\w+)>|([nt\\]))/g, (_, number, name, escaped) =>
      escaped === undefined ? groupText(number ?? name, text.slice(start, end), groups) : (escapes[escaped] ?? escaped),
    );
    replaced += text.slice(from, start) + by;
    from = end;
  }
  return replaced + text.slice(from);
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

function groupText(name: string, all: string, groups: Readonly<Record<string, string>>): string {
  return name === "0" ? all : (groups[name] ?? "");
}

function clip(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
