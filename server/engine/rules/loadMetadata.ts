/** Reads a rule's `metadata`: what is known of it gets a shape, everything else is kept untouched. */

import { type LocatedEntry, plainValue } from "./readYaml.ts";
import type { Confidence, RuleMetadata } from "./rule.ts";
import type { RuleReader } from "./ruleReader.ts";

const known = new Set(["cwe", "owasp", "confidence", "references", "why", "checklist", "quick-fix"]);

/**
 * Lenient where other tools' rules differ from ours: metadata is free in the rule language, so an odd value is kept in `other`
 * and is no problem. Without `confidence` it is medium.
 */
export function loadMetadata(entry: LocatedEntry | undefined, reader: RuleReader): RuleMetadata | undefined {
  const map = entry && reader.map(entry.value, "`metadata`", "metadata");
  if (entry && !map) return undefined;
  const plain = (map ? plainValue(map) : {}) as Record<string, unknown>;
  const other = Object.fromEntries(Object.entries(plain).filter(([key]) => !known.has(key)));
  const why = plain.why;
  const quickFix = plain["quick-fix"];
  return {
    cwe: shortened(plain.cwe, /CWE-\d+/),
    owasp: shortened(plain.owasp, /[A-Z]+\d+(:\d+)?/),
    confidence: confidenceOf(plain.confidence),
    references: texts(plain.references),
    ...(typeof why === "string" ? { why: why.trim() } : {}),
    checklist: texts(plain.checklist),
    ...(typeof quickFix === "string" ? { quickFix } : {}),
    other,
  };
}

/** "CWE-89: Improper Neutralization ..." -> "CWE-89". */
function shortened(value: unknown, form: RegExp): string[] {
  return texts(value).flatMap((text) => form.exec(text)?.[0] ?? []);
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function confidenceOf(value: unknown): Confidence {
  const name = typeof value === "string" ? value.toLowerCase() : "";
  return name === "high" || name === "low" ? name : "medium";
}
