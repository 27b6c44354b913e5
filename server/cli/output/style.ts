/** The few colours of the text output. Every word stands without them too. */

import type { Severity } from "../../engine/rules/rule.ts";

export interface Style {
  severity(severity: Severity): string;
  /** A marker under a line. */
  marker(text: string): string;
  removed(text: string): string;
  added(text: string): string;
}

const codes: Readonly<Record<Severity, string>> = { critical: "1;31", high: "31", medium: "33", low: "36" };

export function styleFor(colour: boolean): Style {
  const paint = (code: string, text: string): string => (colour && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    severity: (severity) => paint(codes[severity], severity),
    marker: (text) => paint("35", text),
    removed: (text) => paint("31", text),
    added: (text) => paint("32", text),
  };
}
