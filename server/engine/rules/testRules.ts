/** Runs rules on their test file: comments in it say which lines each rule must and must not find. */

import { createEngine, type SourceFile } from "../analyze.ts";
import type { FileAnalysis, Finding, NotReviewed } from "../findings/finding.ts";
import { indexLines } from "../tree/lineIndex.ts";
import type { ParseText } from "../tree/rawTree.ts";
import type { Rule, RuleProblem } from "./rule.ts";

/** Line numbers are zero-based and ascending. */
export interface RuleTestResult {
  readonly ruleId: string;
  /** Lines below a `ruleid:` comment. */
  readonly expected: readonly number[];
  readonly seen: readonly number[];
  /** Expected and not seen. */
  readonly missing: readonly number[];
  /** Seen and not expected; also a line that no comment speaks of. */
  readonly unexpected: readonly number[];
  /** Lines below an `ok:` comment that were rightly not found. */
  readonly okLines: number;
  /** `todoruleid:` and `todook:` lines, which count for nothing; nor do those with `pro` or `deep` before them. */
  readonly todoLines: number;
  /** What kept the rule from running as it should. */
  readonly notReviewed: readonly NotReviewed[];
  readonly passed: boolean;
}

export interface RuleTestRun {
  readonly results: readonly RuleTestResult[];
  readonly problems: readonly RuleProblem[];
  /** Rule ids that the comments name and no rule has. */
  readonly unknownIds: readonly string[];
  /** Absent without a `.fixed` text. */
  readonly fixed?: { readonly passed: boolean; readonly got: string; readonly expected: string };
}

export interface RuleTestInput {
  readonly rules: readonly Rule[];
  readonly file: SourceFile;
  readonly parse: ParseText;
  /** As for the engine. */
  now?(): number;
  /** The text after all fixes. */
  readonly fixedText?: string;
  /** What rules of `mode: removed` say of the file, compared with the text before the change. @param analyze Names the guards of a text. */
  removedIn?(analyze: (text: string) => FileAnalysis): readonly Finding[];
  /** Applies fixes that need code too; without it only `fix:` templates are applied. */
  fixAll?(file: SourceFile, findings: readonly Finding[]): string;
}

/**
 * Where a comment begins, also behind code, and what it says. Only a comment speaks: code with a key `ok:` does not. Of the marks that open
 * no comment in most languages, only those at the beginning of a line are meant.
 */
const annotation =
  /(?:^\s*(?:\*|--|;)|(?<![\w:"'])(?:#|\/\/|\/\*|<!--|\(\*))\s*(ruleid|ok|todoruleid|todook|(?:pro|deep)(?:ruleid|ok))\s*:\s*([\w./-]*\w(?:\s*,\s*[\w./-]*\w)*)/;

/**
 * Pure. `paths:` of the rules are passed over, since a test file stands elsewhere. A comment with several ids speaks of each; comments
 * in a row speak of the first line after them.
 */
export function runRuleTests(input: RuleTestInput): RuleTestRun {
  const rules = input.rules.map((rule) => ({ ...rule, paths: { include: [], exclude: [] } }));
  const engine = createEngine({ rules, parse: input.parse, ...(input.now ? { now: input.now } : {}) });
  const analysis = engine.analyze(input.file);
  const { problems } = engine;
  const notes = readAnnotations(input.file.text);
  const lines = indexLines(input.file.text);
  const seenBy = new Map<string, Set<number>>();
  const removed = input.removedIn?.((text) => engine.analyze({ ...input.file, text, guards: "only" })) ?? [];
  for (const { ruleId, span } of [...analysis.findings, ...removed, ...analysis.topics]) {
    const seen = seenBy.get(ruleId) ?? new Set();
    seenBy.set(ruleId, seen.add(lines.positionAt(span.start).line));
  }
  const results = rules.map(({ id }) => {
    const notReviewed = analysis.notReviewed.filter((entry) => entry.ruleId === undefined || entry.ruleId === id);
    return judge(id, notes, [...(seenBy.get(id) ?? [])], notReviewed);
  });
  const known = new Set(rules.map(({ id }) => id));
  const unknownIds = [...new Set(notes.map(({ ruleId }) => ruleId))].filter((id) => !known.has(id));
  const fixed = input.fixedText === undefined ? {} : { fixed: judgeFix(input, analysis.findings, input.fixedText) };
  return { results, problems, unknownIds, ...fixed };
}

interface Annotation {
  readonly kind: string;
  readonly ruleId: string;
  readonly line: number;
}

function readAnnotations(text: string): Annotation[] {
  const lines = text.split(/\r\n|\r|\n/);
  const notes: Annotation[] = [];
  let waiting: { kind: string; ruleId: string }[] = [];
  for (const [line, content] of lines.entries()) {
    const found = annotation.exec(content);
    // Behind code it speaks of the next line as well, and the code is what earlier ones speak of.
    if (found && waiting.length > 0 && /\w/.test(content.slice(0, found.index))) {
      for (const note of waiting) notes.push({ ...note, line });
      waiting = [];
    }
    if (found) {
      for (const ruleId of (found[2] ?? "").split(/\s*,\s*/)) waiting.push({ kind: found[1] ?? "", ruleId });
    } else if (waiting.length > 0) {
      for (const note of waiting) notes.push({ ...note, line });
      waiting = [];
    }
  }
  return notes;
}

/** What may be found or not; the last four speak of an engine that is not this one. */
const uncounted = ["todoruleid", "todook", "proruleid", "prook", "deepruleid", "deepok"];

function judge(
  ruleId: string,
  notes: readonly Annotation[],
  seenLines: number[],
  notReviewed: readonly NotReviewed[],
): RuleTestResult {
  const of = (kind: string): number[] =>
    notes.filter((note) => note.kind === kind && note.ruleId === ruleId).map(({ line }) => line);
  const expected = [...new Set(of("ruleid"))].sort(ascending);
  const seen = seenLines.sort(ascending);
  const todo = new Set(uncounted.flatMap(of));
  const missing = expected.filter((line) => !seen.includes(line));
  const unexpected = seen.filter((line) => !expected.includes(line) && !todo.has(line));
  const okLines = new Set(of("ok").filter((line) => !seen.includes(line))).size;
  const passed = missing.length === 0 && unexpected.length === 0 && notReviewed.length === 0;
  return { ruleId, expected, seen, missing, unexpected, okLines, todoLines: todo.size, notReviewed, passed };
}

function judgeFix(input: RuleTestInput, findings: readonly Finding[], expected: string) {
  const got = input.fixAll ? input.fixAll(input.file, findings) : applyTemplates(input.file.text, findings);
  return { passed: got === expected, got, expected };
}

/** From the end, so offsets stay right; of two that overlap the later one is taken. */
function applyTemplates(text: string, findings: readonly Finding[]): string {
  let fixed = text;
  let limit = text.length + 1;
  for (const { span, fixText } of [...findings].sort((a, b) => b.span.start - a.span.start)) {
    if (fixText === undefined || span.end > limit) continue;
    fixed = fixed.slice(0, span.start) + fixText + fixed.slice(span.end);
    limit = span.start;
  }
  return fixed;
}

function ascending(a: number, b: number): number {
  return a - b;
}
