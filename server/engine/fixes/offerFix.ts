/** Builds the fix of a finding and verifies it: only what was applied to a copy, parsed and scanned again is offered. */

import type { Engine, SourceFile } from "../analyze.ts";
import { endOfPath, type FileAnalysis, type Finding } from "../findings/finding.ts";
import { suppressionRuleId } from "../findings/suppressionFaults.ts";
import { standInScript } from "../languages/embeddedCode.ts";
import type { ReadText } from "../modules/resolveModule.ts";
import type { Rule } from "../rules/rule.ts";
import type { Tree } from "../tree/node.ts";
import type { ParseText } from "../tree/rawTree.ts";
import { applyFix } from "./applyFix.ts";
import type { BuildFix, Fix, FixContext, FixRefusal } from "./fix.ts";
import { nothingBound, unboundIn } from "./forms/fillTemplate.ts";
import { fixByForm } from "./forms/fixByForm.ts";
import { parameterizeQuery } from "./query/parameterizeQuery.ts";
import { runWithoutShell } from "./runWithoutShell.ts";
import { withoutUnusedImports } from "./unusedImports.ts";
import { type AnalyzedFile, analyzed, analyzeFixed } from "./verification.ts";

/** Fixes that a template cannot express, by the name that a rule gives in `metadata.quick-fix`. */
export const quickFixes: Readonly<Record<string, BuildFix>> = {
  "parameterize-query": parameterizeQuery,
  "run-without-shell": runWithoutShell,
};

/** Whether there is anything to be tried for findings of the rule. */
export function hasFix({ fix, fixRegex, fixes, metadata }: Rule): boolean {
  return fix !== undefined || fixRegex !== undefined || fixes !== undefined || metadata.quickFix !== undefined;
}

/**
 * @param read The other files of the project, for a finding whose path leads through them: as it was when the file was analysed.
 * @returns the verified fix; why there is none for this code; or `undefined` when the rule has no fix. Never throws for bad input.
 */
export function offerFix(
  engine: Engine,
  parse: ParseText,
  file: SourceFile,
  finding: Finding,
  read?: ReadText,
): Fix | FixRefusal | undefined {
  const rule = engine.rules.find(({ id }) => id === finding.ruleId);
  if (!rule || !hasFix(rule)) return undefined;
  if (!read && finding.path.some(({ elsewhere }) => elsewhere))
    return { refused: "its path leads through another file, which could not be read" };
  const before = analyzed(engine, file, read);
  const fix = buildFix(engine, parse, before, finding);
  if (!fix || "refused" in fix) return fix;
  const isElsewhere = !standInScript(
    file,
    fix.edits.map(({ span }) => span),
  );
  if (isElsewhere && standInScript(file, [finding.span]))
    return { refused: "what has to be changed stands outside of the script" };
  const { tree } = before;
  const tidy = tree ? withoutUnusedImports(fix, tree, file.path) : fix;
  if (tidy !== fix && whyNotVerified(engine, before, finding, tidy) === undefined) return tidy;
  const refused = whyNotVerified(engine, before, finding, fix);
  return refused ? { refused } : fix;
}

function buildFix(
  engine: Engine,
  parse: ParseText,
  { file, tree, read }: AnalyzedFile,
  finding: Finding,
): Fix | FixRefusal | undefined {
  const rule = engine.rules.find(({ id }) => id === finding.ruleId);
  if (finding.fixText !== undefined) {
    const unbound = unboundIn(finding.fixText, rule?.fix ?? "");
    if (unbound !== undefined) return { refused: nothingBound(unbound) };
    const title = finding.metadata.other["fix-title"];
    return {
      title: typeof title === "string" ? title : `Replace with ${shorten(finding.fixText)}`,
      edits: [{ span: finding.span, text: finding.fixText }],
    };
  }
  const build = finding.metadata.quickFix === undefined ? undefined : quickFixes[finding.metadata.quickFix];
  const end = endOfPath(finding.path)?.elsewhere;
  if (end && build !== parameterizeQuery)
    return { refused: `what has to be changed stands in ${end.path}:${end.start.line + 1}; change it there` };
  if (!build && !rule?.fixes) return undefined;
  if (!tree) return { refused: "the file could not be parsed" };
  const treeOf = (path: string): Tree | undefined => {
    const text = read?.(path);
    return text === undefined ? undefined : engine.treeOf({ path, text });
  };
  const context: FixContext = { finding, tree, text: file.text, path: file.path, treeOf };
  const byForm = rule?.fixes && fixByForm(rule, context, parse);
  return build && !(byForm && "edits" in byForm) ? build(context) : byForm;
}

/** The finding is gone, no rule finds more than before, and the text parses as well as it did. */
function whyNotVerified(engine: Engine, file: AnalyzedFile, finding: Finding, fix: Fix): string | undefined {
  const before = file.analysis;
  const after = analyzeFixed(engine, file, applyFix(file.file.text, fix));
  if (incomplete(before) || incomplete(after)) return "the fix could not be verified: the analysis of this file is not complete";
  if (syntaxErrors(after) > syntaxErrors(before)) return "the file would not parse after the fix";
  const old = countByRule(before);
  const now = countByRule(after);
  if ((now.get(finding.ruleId) ?? 0) >= (old.get(finding.ruleId) ?? 0)) return "the finding would still be there after the fix";
  for (const [rule, count] of now) if (count > (old.get(rule) ?? 0)) return `the fix would bring a new finding (${rule})`;
  return undefined;
}

function countByRule(analysis: FileAnalysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  // That a fix leaves a suppression without work is no harm of the fix.
  for (const { ruleId } of analysis.findings) if (ruleId !== suppressionRuleId) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}

function syntaxErrors(analysis: FileAnalysis): number {
  return analysis.notReviewed.filter(({ reason }) => reason === "syntax errors").length;
}

function incomplete(analysis: FileAnalysis): boolean {
  return analysis.notReviewed.some(({ reason }) => reason === "step limit" || reason === "timed out" || reason === "crashed");
}

function shorten(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
