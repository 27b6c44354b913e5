/** How much a finding weighs by the file that it is in: tests and examples do not run for anyone, others' code is not mended here. Pure. */

import type { Rule } from "../rules/rule.ts";
import { fileKindOf } from "../secrets/fileKind.ts";

export interface FileWeight {
  /** Steps of severity below the rule's. */
  readonly lower: number;
  /** For a person, behind the message. */
  readonly note: string;
}

const weights = {
  test: { lower: 2, note: "Counted two steps lower, because this is a test." },
  example: { lower: 2, note: "Counted two steps lower, because this is an example." },
  generated: { lower: 1, note: "Counted one step lower, because this file was generated." },
  vendored: { lower: 1, note: "Counted one step lower, because this is the code of others." },
} as const satisfies Readonly<Record<string, FileWeight>>;

/** The folders into which package managers and people copy what others wrote. */
const vendored = /(?:^|\/)(?:_?vendor(?:ed)?|third[-_]party|bower_components|site-packages)\//;
/** What generators write at the top of a file, as their documentation says. */
const generated =
  /@generated\b|\bcode generated\b.*\bdo not edit\b|\b(?:auto-?|automatically )generated (?:by|from|file|code)\b/i;
/** What minifiers put out, by the name that such files are given. */
const minified = /\.min\.[cm]?js$/;
/** UTF-16 units at the start of a file that are searched for it. */
const headLength = 1000;

/** @returns Undefined for code that counts in full. */
export function fileWeightOf(path: string, text: string): FileWeight | undefined {
  const { test, example } = fileKindOf(path);
  if (test) return weights.test;
  if (example) return weights.example;
  if (vendored.test(path)) return weights.vendored;
  return minified.test(path) || generated.test(text.slice(0, headLength)) ? weights.generated : undefined;
}

/** A team's own rules mean what they say everywhere, and rules for secrets weigh each match themselves. */
export function isWeighed({ profile, body, fullSeverity }: Rule): boolean {
  return profile === "precise" && body.mode !== "secrets" && fullSeverity !== true;
}
