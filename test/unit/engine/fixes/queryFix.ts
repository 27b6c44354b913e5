/** Runs the query fix on a text; only this file knows how it is called. */

import { join } from "node:path";
import type { Finding } from "../../../../server/engine/findings/finding.ts";
import { applyFix } from "../../../../server/engine/fixes/applyFix.ts";
import { parameterizeQuery } from "../../../../server/engine/fixes/query/parameterizeQuery.ts";
import { languageById } from "../../../../server/engine/languages/registry.ts";
import type { LanguageId } from "../../../../server/engine/tree/rawTree.ts";
import { createParser, type Parser } from "../../../../server/parser/parser.ts";

let parser: Parser | undefined;

export async function startQueryFix(): Promise<void> {
  parser = await createParser(join(__dirname, "../../../../dist/grammars"));
  await parser.load(["javascript", "typescript", "python"]);
}

/** @param marked source in which `«...»` stands around what the finding is about. @returns the text after the fix, or "refused: reason". */
export function fixedQuery(language: LanguageId, marked: string): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const text = marked.replace("«", "").replace("»", "");
  if (!parser || start < 0 || end < start) throw new Error("The case marks no finding.");
  const tree = languageById(language).convert(parser.parse(language, text));
  const metadata = { cwe: [], owasp: [], confidence: "high", references: [], checklist: [], other: {} } as const;
  const finding: Finding = {
    ruleId: "test",
    span: { start, end },
    message: "",
    severity: "high",
    confidence: "high",
    evidence: "",
    metadata,
    path: [],
    captures: {},
    fingerprint: "",
    within: "",
  };
  const fix = parameterizeQuery({ finding, tree, text, path: language === "python" ? "a.py" : "a.js", treeOf: () => undefined });
  if ("refused" in fix) return `refused: ${fix.refused}`;
  const result = applyFix(text, fix);
  if (languageById(language).convert(parser.parse(language, result)).errors.length > 0)
    throw new Error(`The fixed text does not parse:\n${result}`);
  return result;
}
