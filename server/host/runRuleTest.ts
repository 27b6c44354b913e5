/** Runs rules on one of their test files, with the fixes that need code. */

import path from "node:path";
import { removedInText } from "../changes/removedInText.ts";
import { createEngine, type SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import { applyFix } from "../engine/fixes/applyFix.ts";
import { offerFix } from "../engine/fixes/offerFix.ts";
import { languageOfFile } from "../engine/languages/embeddedCode.ts";
import type { Rule } from "../engine/rules/rule.ts";
import { type RuleTestRun, runRuleTests } from "../engine/rules/testRules.ts";
import type { Parser } from "../parser/parser.ts";
import type { RuleTestText } from "./ruleTestFiles.ts";

/** @param rules Those that are not for the file's language are passed over. The grammars must be loaded. */
export function runRuleTest(rules: readonly Rule[], test: RuleTestText, parser: Parser): RuleTestRun {
  const language = languageOfFile(test);
  const own = rules.filter((rule) => rule.anyText || (language !== undefined && rule.languages.includes(language)));
  const name = path.basename(test.path);
  const { beforeText } = test;
  return runRuleTests({
    rules: own,
    file: { path: name, text: test.text },
    parse: parser.parse,
    now: () => Date.now() / 1000,
    ...(test.fixedText === undefined ? {} : { fixedText: test.fixedText }),
    ...(beforeText === undefined
      ? {}
      : { removedIn: (analyze: (text: string) => FileAnalysis) => removedInText(name, beforeText, test.text, analyze) }),
    ...(own.some(({ fixes, metadata }) => fixes !== undefined || metadata.quickFix !== undefined)
      ? { fixAll: (source: SourceFile) => applyAllFixes(source, own, parser) }
      : {}),
  });
}

/** One verified fix after the other, on the text that the one before left. */
function applyAllFixes(file: SourceFile, rules: readonly Rule[], parser: Parser): string {
  const engine = createEngine({
    rules: rules.map((rule) => ({ ...rule, paths: { include: [], exclude: [] } })),
    parse: parser.parse,
  });
  let text = file.text;
  for (let rounds = 0; rounds < 500; rounds++) {
    const current = { ...file, text };
    const fix = engine
      .analyze(current)
      .findings.map((finding) => offerFix(engine, parser.parse, current, finding))
      .find((offered) => offered !== undefined && "edits" in offered);
    if (!fix || !("edits" in fix)) break;
    text = applyFix(text, fix);
  }
  return text;
}
