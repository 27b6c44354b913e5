/** `linewarden rules test`: runs rule files on the annotated test files beside them. */

import path from "node:path";
import { createEngine } from "../engine/analyze.ts";
import { languages } from "../engine/languages/registry.ts";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import type { RuleTestResult, RuleTestRun } from "../engine/rules/testRules.ts";
import { resourceFolder } from "../host/resources.ts";
import { loadFiles } from "../host/ruleFiles.ts";
import { fixedFileOf, readRuleTest, testFilesOf } from "../host/ruleTestFiles.ts";
import { runRuleTest } from "../host/runRuleTest.ts";
import { statsOf } from "../host/statsOf.ts";
import { UserError } from "../host/userError.ts";
import { createParser, type Parser } from "../parser/parser.ts";
import { inOrder, refuseSarif, ruleFilesAt } from "./checkRules.ts";
import { exitStatus, type Invocation } from "./command.ts";
import { printRuleTests, ruleTestsToJson, speaksOf } from "./output/printRuleTests.ts";
import { jsonText } from "./output/toJson.ts";
import { writeResult } from "./output/writeReport.ts";

/** A rule on one of its test files. */
export interface TestedRule extends RuleTestResult {
  /** The test file, as it is shown. */
  readonly file: string;
}

export interface RuleTestReport {
  readonly tested: readonly TestedRule[];
  /** Ids of rules that could run and that no test file speaks of: neither passed nor failed. */
  readonly untested: readonly string[];
  /** `.fixed` files: which line of what the fixes made differs first. */
  readonly fixes: readonly { readonly file: string; readonly passed: boolean; readonly detail: string }[];
  readonly problems: readonly RuleProblem[];
  /** Everything else that is wrong: a test file that cannot be read, an unknown id in a comment. */
  readonly complaints: readonly string[];
  readonly exitStatus: number;
}

/** @throws UserError when no rule file has a test file: a test that tests nothing has not passed. */
export async function testRuleFiles(paths: readonly string[], invocation: Invocation): Promise<number> {
  refuseSarif(invocation);
  const { files } = await ruleFilesAt(paths, invocation);
  const testsOf = testFinder(paths, invocation);
  const parser = await createParser(path.join(resourceFolder(), "grammars"));
  await parser.load(languages.map(({ id }) => id));
  const parts = [];
  for (const file of files) parts.push(await testRuleFile(file, testsOf(file), parser, invocation.io.cwd));
  if (parts.every(({ testFiles }) => testFiles === 0)) {
    const where = invocation.flags.tests === undefined ? "stands beside" : `in ${invocation.flags.tests} belongs to`;
    throw new UserError(`No test file ${where} ${files.length === 1 ? files[0] : "these rule files"}.`);
  }
  const report = join(parts, invocation.common.strict);
  const { common } = invocation;
  writeResult(common.format === "json" ? jsonText(ruleTestsToJson(report)) : printRuleTests(report, common.quiet), invocation);
  return report.exitStatus;
}

/** @returns The test files of a rule file: beside it, or in the folder of the tests that has its place below the named path. */
function testFinder(paths: readonly string[], { io, flags }: Invocation): (file: string) => readonly string[] {
  if (typeof flags.tests !== "string") return (file) => testFilesOf(file);
  const tests = path.resolve(io.cwd, flags.tests);
  if (!statsOf(tests)?.isDirectory()) throw new UserError(`There is no folder ${tests}.`);
  const folders = paths.map((word) => path.resolve(io.cwd, word));
  return (file) => {
    const root = folders.find((folder) => file.startsWith(folder + path.sep)) ?? path.dirname(file);
    return testFilesOf(file, path.join(tests, path.relative(root, path.dirname(file))));
  };
}

interface Part extends Omit<RuleTestReport, "exitStatus"> {
  readonly testFiles: number;
}

async function testRuleFile(file: string, testFiles: readonly string[], parser: Parser, cwd: string): Promise<Part> {
  const shown = (name: string): string => path.relative(cwd, name).replaceAll("\\", "/") || name;
  const loaded = await loadFiles([file], cwd);
  const complaints: string[] = [];
  const tested: TestedRule[] = [];
  const fixes: RuleTestReport["fixes"][number][] = [];
  // Of all languages, so also of rules that no test file is for.
  const compiled = createEngine({ rules: loaded.rules, parse: parser.parse });
  const problems = inOrder([...loaded.problems, ...compiled.problems]);
  const broken = new Set(problems.filter(({ kind }) => kind !== "partly").map(({ ruleId }) => ruleId));
  for (const test of testFiles) {
    const run = await runOne(test, loaded.rules, parser);
    if ("complaint" in run) {
      complaints.push(`${shown(test)}: ${run.complaint}`);
      continue;
    }
    for (const id of run.unknownIds.filter((id) => !broken.has(id)))
      complaints.push(`${shown(test)}: a comment names ${id}, which is no rule of ${shown(file)}`);
    // What keeps a rule from running is said once, not again for every line that it misses.
    for (const result of run.results.filter(({ ruleId }) => !broken.has(ruleId))) tested.push({ ...result, file: shown(test) });
    if (run.fixed) fixes.push({ file: shown(fixedFileOf(test)), passed: run.fixed.passed, detail: firstDifference(run.fixed) });
  }
  const spoken = new Set(tested.filter(speaksOf).map(({ ruleId }) => ruleId));
  const untested = loaded.rules.filter(({ id }) => !spoken.has(id) && !broken.has(id)).map(({ id }) => id);
  return { tested, untested, fixes, problems, complaints, testFiles: testFiles.length };
}

async function runOne(test: string, rules: readonly Rule[], parser: Parser): Promise<RuleTestRun | { complaint: string }> {
  const read = await readRuleTest(test);
  return "complaint" in read ? read : runRuleTest(rules, read, parser);
}

function firstDifference({ passed, got, expected }: NonNullable<RuleTestRun["fixed"]>): string {
  if (passed) return "";
  const [is, should] = [got.split("\n"), expected.split("\n")];
  const line = is.findIndex((text, i) => text !== should[i]);
  const at = line < 0 ? is.length : line;
  return `line ${at + 1} is ${JSON.stringify(is[at] ?? "(missing)")}, and should be ${JSON.stringify(should[at] ?? "(missing)")}`;
}

function join(parts: readonly Part[], strict: boolean): RuleTestReport {
  const tested = parts.flatMap((part) => part.tested);
  const untested = parts.flatMap((part) => part.untested);
  const fixes = parts.flatMap((part) => part.fixes);
  const problems = parts.flatMap((part) => part.problems);
  const complaints = parts.flatMap((part) => part.complaints);
  const failed =
    tested.some(({ passed }) => !passed) ||
    fixes.some(({ passed }) => !passed) ||
    problems.some(({ kind }) => kind !== "partly") ||
    complaints.length > 0;
  return {
    tested,
    untested,
    fixes,
    problems,
    complaints,
    exitStatus: failed || (strict && untested.length > 0) ? exitStatus.found : exitStatus.done,
  };
}
