/** Fills metavariables into a rule's message or fix. */

import type { Bindings } from "../patterns/match.ts";

/** Longer code is cut in messages. */
const longest = 160;

/** `$X` becomes the code it stands for on one line, `value($X)` its value; a name that is not bound stays as it is written. */
export function interpolateMessage(
  message: string,
  bindings: Bindings,
  constantOf: (name: string) => string | undefined,
): string {
  return message
    .replace(/value\((\$[A-Z_][A-Z_0-9]*)\)/g, (whole, name: string) => constantOf(name) ?? bindings.get(name)?.text ?? whole)
    .replace(/\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+/g, (name) => {
      const bound = bindings.get(name);
      return bound === undefined ? name : clip(bound.text.replace(/\s+/g, " "));
    });
}

/** As for messages, with the code kept as it is. */
export function interpolateFix(fix: string, bindings: Bindings): string {
  return fix.replace(/\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+/g, (name) => bindings.get(name)?.text ?? name);
}

function clip(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
