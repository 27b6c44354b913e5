/** `linewarden rules check`: everything about rule files that would keep a rule from running. */

import path from "node:path";
import { withoutRepeatedIds } from "../engine/rules/repeatedIds.ts";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import { unboundMetavariables } from "../engine/rules/unboundMetavariables.ts";
import { createAnalyzer } from "../host/analyzer.ts";
import { listRuleFiles, loadFiles, workspaceRuleFolder } from "../host/ruleFiles.ts";
import { statsOf } from "../host/statsOf.ts";
import { UserError } from "../host/userError.ts";
import { rulesThatRan } from "../review/buildReview.ts";
import { count } from "../review/plural.ts";
import { exitStatus, type Invocation } from "./command.ts";
import { printProblem } from "./output/printRuleTests.ts";
import { jsonText, jsonVersion } from "./output/toJson.ts";
import { writeResult } from "./output/writeReport.ts";
import { repositoryAround } from "./session.ts";
import { toolVersion } from "./toolVersion.ts";

export async function checkRules(paths: readonly string[], invocation: Invocation): Promise<number> {
  refuseSarif(invocation);
  const { files } = await ruleFilesAt(paths, invocation);
  const loaded = await loadFiles(files, invocation.io.cwd);
  const { rules, problems: repeated } = withoutRepeatedIds(loaded.rules, new Map());
  const compiled = await compileProblems(rules);
  const problems = inOrder([...loaded.problems, ...repeated, ...compiled, ...rules.flatMap(unboundMetavariables)]);
  const usable = rulesThatRan(rules, compiled).length;
  writeResult(
    invocation.common.format === "json"
      ? jsonText(asJson(files, usable, problems, invocation))
      : printProblems(files.length, usable, problems, invocation.common.quiet),
    invocation,
  );
  return problems.some(keepsFromRunning) ? exitStatus.found : exitStatus.done;
}

function keepsFromRunning({ kind }: RuleProblem): boolean {
  return kind === "error" || kind === "unsupported";
}

export function refuseSarif({ common }: Invocation): void {
  if (common.format === "sarif") throw new UserError("SARIF is for findings; rules check and rules test print text or json.");
}

/** @throws UserError when there is no such path, or no rule file in any. */
export async function ruleFilesAt(paths: readonly string[], { io }: Invocation): Promise<{ files: string[] }> {
  const named =
    paths.length > 0
      ? paths.map((word) => path.resolve(io.cwd, word))
      : [path.join(repositoryAround(io.cwd), workspaceRuleFolder)];
  const files: string[] = [];
  for (const place of named) {
    const stats = statsOf(place);
    if (!stats && paths.length === 0) throw new UserError(`There are no rules in ${place}. Name a rule file or a folder.`);
    if (!stats) throw new UserError(`There is no rule file or folder ${place}.`);
    files.push(...(stats.isDirectory() ? await listRuleFiles(place) : [place]));
  }
  if (files.length === 0) throw new UserError(`There is no rule file (.yaml, .yml or .json) in ${named.join(", ")}.`);
  return { files: [...new Set(files)] };
}

/** By place in each file; files stay in the order in which they first appear. */
export function inOrder(problems: readonly RuleProblem[]): RuleProblem[] {
  const files = [...new Set(problems.map(({ place }) => place.file))];
  return [...problems].sort(
    ({ place: a }, { place: b }) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/** Patterns are parsed by the grammar of each language of their rule. */
async function compileProblems(rules: readonly Rule[]): Promise<readonly RuleProblem[]> {
  if (rules.length === 0) return [];
  const analyzer = await createAnalyzer({ rules, jobs: 1, checksRules: true });
  try {
    return analyzer.problems;
  } finally {
    await analyzer.dispose();
  }
}

function printProblems(files: number, usable: number, problems: readonly RuleProblem[], quiet: boolean): string {
  const lines = problems.map(printProblem);
  if (!quiet)
    lines.push(`${count(files, "rule file")}: ${count(usable, "rule")} can be used, ${count(problems.length, "problem")}.`);
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

function asJson(
  files: readonly string[],
  usable: number,
  problems: readonly RuleProblem[],
  { io }: Invocation,
): Record<string, unknown> {
  return {
    version: jsonVersion,
    tool: { name: "Linewarden", version: toolVersion },
    command: "rules check",
    files: files.map((file) => path.relative(io.cwd, file).replaceAll("\\", "/")),
    usable,
    problems: problems.map(({ kind, ruleId, key, message, place }) => ({
      kind,
      ...(ruleId === undefined ? {} : { ruleId }),
      ...(key === undefined ? {} : { key }),
      message,
      path: place.file,
      line: place.line + 1,
      column: place.column + 1,
    })),
    exitStatus: problems.some(keepsFromRunning) ? exitStatus.found : exitStatus.done,
  };
}
