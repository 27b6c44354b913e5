/** What is wrong with rules and their tests, as diagnostics. */

import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver/node";
import type { Rule, RuleProblem } from "../../engine/rules/rule.ts";
import type { RuleTestRun } from "../../engine/rules/testRules.ts";

/** How the rules of one text fared on their test files. */
export interface RuleTestState {
  /** Of the rule file. */
  readonly text: string;
  readonly rules: readonly Rule[];
  /** What keeps rules from compiling. */
  readonly problems: readonly RuleProblem[];
  /** The run crashed or took too long. */
  readonly crashed: boolean;
  readonly tests: readonly {
    readonly name: string;
    /** Absolute. */
    readonly path: string;
    readonly text?: string;
    readonly complaint?: string;
    readonly run?: RuleTestRun;
  }[];
}

const source = "Linewarden rules";
/** More lines are counted. */
const maxLines = 8;

/** Problems of a rule file, each over the word that it is about. */
export function problemDiagnostics(problems: readonly RuleProblem[], text: string): Diagnostic[] {
  const lines = text.split(/\r\n|\r|\n/);
  const seen = new Set<string>();
  return problems.flatMap(({ kind, key, message, place, ruleId }) => {
    const range = wordAt(lines, place.line, place.column);
    const id = `${place.line} ${place.column} ${message}`;
    if (seen.has(id)) return [];
    seen.add(id);
    const rest = ruleId === undefined ? "" : ` Rule ${ruleId} is not run.`;
    return [
      {
        range,
        severity: kind === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        source,
        ...(key === undefined ? {} : { code: key }),
        message: `${sentence(message)}${rest}`,
      },
    ];
  });
}

/** In the rule file, over each rule whose tests fail. */
export function testDiagnostics({ text, rules, tests, crashed, problems }: RuleTestState): Diagnostic[] {
  const lines = text.split(/\r\n|\r|\n/);
  const broken = new Set(problems.map(({ ruleId }) => ruleId));
  const warn = (line: number, column: number, message: string): Diagnostic => ({
    range: { start: { line, character: column }, end: { line, character: (lines[line] ?? "").trimEnd().length } },
    severity: DiagnosticSeverity.Warning,
    source,
    code: "tests",
    message,
  });
  const found = tests.flatMap(({ name, complaint }) =>
    complaint === undefined ? [] : [warn(0, 0, `The test file ${name} cannot be read: ${complaint}`)],
  );
  if (crashed) found.push(warn(0, 0, "The tests of these rules crashed or took too long."));
  for (const { id, place } of rules) {
    if (broken.has(id)) continue;
    for (const { name, run } of tests) {
      const result = run?.results.find(({ ruleId }) => ruleId === id);
      if (!result || result.passed) continue;
      const parts = [
        result.missing.length > 0 ? `expected and not found: ${linesOf(result.missing)}` : "",
        result.unexpected.length > 0 ? `found and not expected: ${linesOf(result.unexpected)}` : "",
        ...result.notReviewed.map(({ detail }) => detail),
      ];
      found.push(warn(place.line, place.column, `Test ${name} fails; ${parts.filter((part) => part !== "").join("; ")}.`));
    }
  }
  const [first] = rules;
  for (const { name, run } of tests)
    if (first && run?.fixed && !run.fixed.passed)
      found.push(
        warn(first.place.line, first.place.column, `Test ${name}: what the fixes make of it is not what its .fixed file says.`),
      );
  return found;
}

/** In the test file, on the lines that are found wrongly or not at all. */
export function testFileDiagnostics({ tests, problems }: RuleTestState, file: string, text: string): Diagnostic[] {
  const test = tests.find(({ path }) => path === file);
  if (!test?.run || test.text !== text) return [];
  const lines = text.split(/\r\n|\r|\n/);
  const broken = new Set(problems.map(({ ruleId }) => ruleId));
  const mark = (line: number, code: string, message: string): Diagnostic => ({
    range: { start: { line, character: indentOf(lines[line]) }, end: { line, character: lines[line]?.length ?? 0 } },
    severity: DiagnosticSeverity.Error,
    source,
    code,
    message,
  });
  return test.run.results
    .filter(({ ruleId }) => !broken.has(ruleId))
    .flatMap(({ ruleId, missing, unexpected }) => [
      ...missing.map((line) => mark(line, ruleId, `${ruleId} is expected here, and does not find this line.`)),
      ...unexpected.map((line) => mark(line, ruleId, `${ruleId} finds this line, and no comment expects it.`)),
    ]);
}

function linesOf(lines: readonly number[]): string {
  const shown = lines.slice(0, maxLines).map((line) => line + 1);
  const more = lines.length - shown.length;
  return `line${lines.length === 1 ? "" : "s"} ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** From the place to the end of the word, text or line that stands there. */
function wordAt(lines: readonly string[], line: number, column: number): Range {
  const rest = (lines[line] ?? "").slice(column);
  const length = /^(?:"[^"]*"|'[^']*'|[\w$.<>/-]+(?=\s*(?::|,|[\]}]))|[^#]*[^#\s])/.exec(rest)?.[0].length ?? 0;
  return { start: { line, character: column }, end: { line, character: column + Math.max(1, length) } };
}

function indentOf(content: string | undefined): number {
  return Math.max(0, (content ?? "").search(/\S/));
}

function sentence(message: string): string {
  const first = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
