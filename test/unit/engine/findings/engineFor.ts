/** Engines and files for the tests of findings; only this file knows how they are made. */

import { join } from "node:path";
import { stringify } from "yaml";
import { createEngine, type Engine } from "../../../../server/engine/analyze.ts";
import type { FileAnalysis, Finding } from "../../../../server/engine/findings/finding.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { resourceFolder } from "../../../../server/host/resources.ts";
import { createParser, type Parser } from "../../../../server/parser/parser.ts";

let parser: Parser | undefined;

export async function loadParser(): Promise<Parser> {
  parser ??= await createParser(join(resourceFolder(), "grammars"));
  await parser.load(["javascript", "typescript", "tsx", "python"]);
  return parser;
}

/** Rules with `languages`, `severity`, `message` and `id` filled in where they are absent. */
export function engineOf(
  rules: readonly Record<string, unknown>[],
  options: { maxSteps?: number; knownIds?: readonly string[]; now?: () => number } = {},
): Engine {
  if (!parser) throw new Error("Call loadParser first.");
  const filled = rules.map((rule, at) => ({
    id: `r${at === 0 ? "" : at}`,
    languages: ["python", "javascript"],
    severity: "ERROR",
    message: "m",
    ...rule,
  }));
  const loaded = loadRules(stringify({ rules: filled }), "test.yaml");
  if (loaded.problems.length > 0) throw new Error(JSON.stringify(loaded.problems));
  return createEngine({ rules: loaded.rules, parse: parser.parse, ...options });
}

export function analyze(rule: Record<string, unknown>, text: string, path = "a.js"): FileAnalysis {
  return engineOf([rule]).analyze({ path, text });
}

export function findingsOf(rule: Record<string, unknown>, text: string, path = "a.js"): readonly Finding[] {
  return analyze(rule, text, path).findings;
}

export const taintRule = {
  mode: "taint",
  "pattern-sources": [{ pattern: "source(...)" }],
  "pattern-sinks": [{ pattern: "sink(...)" }],
  "pattern-sanitizers": [{ pattern: "clean(...)" }],
};
