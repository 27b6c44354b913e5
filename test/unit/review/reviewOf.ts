/** Builds reviews from short descriptions; the only file of these tests that knows the engine's shapes. */

import { createHash } from "node:crypto";
import type { ChangeSet, FileChange } from "../../../server/changes/change.ts";
import { diffHunks } from "../../../server/changes/hunks.ts";
import type { FileAnalysis, Finding, NotReviewed, Topic } from "../../../server/engine/findings/finding.ts";
import type { Confidence, Rule, Severity } from "../../../server/engine/rules/rule.ts";
import type { LanguageId } from "../../../server/engine/tree/rawTree.ts";
import { buildReview } from "../../../server/review/buildReview.ts";
import { checklistItems } from "../../../server/review/checklistItems.ts";
import type { ChecklistItem, Review, StoredAnswer } from "../../../server/review/review.ts";

export interface FileSpec {
  readonly base?: string;
  readonly now?: string;
  readonly status?: FileChange["status"];
  readonly basePath?: string;
  readonly unread?: NotReviewed;
  /** The analysis is missing. */
  readonly notAnalysed?: boolean;
  readonly notReviewed?: readonly NotReviewed[];
  readonly reviewed?: boolean;
}

export interface ReviewSpec {
  readonly files: Readonly<Record<string, FileSpec>>;
  readonly rules?: readonly Rule[];
  readonly answers?: readonly StoredAnswer[];
  readonly changeNotReviewed?: readonly NotReviewed[];
}

/**
 * Markers in a text stand for what an engine would find there: `BAD(high,no-secrets)` is a finding of that severity for that
 * checklist item, `BAD(high/low,...)` one of low confidence, `HUSH(...)` a silenced one, `TOPIC(headers)` a topic.
 */
export function reviewOf(spec: ReviewSpec): Review {
  const current = new Map<string, FileAnalysis>();
  const base = new Map<string, FileAnalysis>();
  const files = Object.entries(spec.files).map(([path, file]): FileChange => {
    if (file.now !== undefined && !file.notAnalysed) current.set(path, analyse(path, file.now, file));
    if (file.base !== undefined) base.set(file.basePath ?? path, analyse(file.basePath ?? path, file.base, {}));
    return {
      path,
      ...(file.basePath === undefined ? {} : { basePath: file.basePath }),
      status:
        file.status ?? (file.base === undefined ? "added" : file.now === undefined && !file.unread ? "deleted" : "modified"),
      ...(file.base === undefined ? {} : { baseText: file.base }),
      ...(file.now === undefined ? {} : { text: file.now }),
      ...(file.unread ? { unread: file.unread } : {}),
      hunks: diffHunks(file.base ?? "", file.now ?? ""),
    };
  });
  const change: ChangeSet = {
    root: "/work",
    base: { kind: "head", label: "the uncommitted change against HEAD (1234567)" },
    files,
    notReviewed: spec.changeNotReviewed ?? [],
  };
  return buildReview({
    change,
    current,
    base,
    rules: spec.rules ?? allRules,
    ruleProblems: [],
    answers: spec.answers ?? [],
    milliseconds: 7,
    hash: (text) => createHash("sha256").update(text).digest("hex"),
  });
}

export function itemOf(review: Review, id: string): ChecklistItem {
  const item = review.checklist.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`There is no item ${id}.`);
  return item;
}

/** "queries-parameterized: problem" and so on, for one item. */
export function stateOf(files: ReviewSpec["files"], id: string, rules?: readonly Rule[]): string {
  return itemOf(reviewOf({ files, ...(rules ? { rules } : {}) }), id).state;
}

export function rule(id: string, kind: Rule["kind"], checklist: readonly string[], languages: readonly LanguageId[]): Rule {
  return {
    id,
    languages,
    ...(languages.length === 0 ? { anyText: "regex" as const } : {}),
    kind,
    severity: "high",
    message: `${id}.`,
    body: { mode: "search", formula: { op: "any", of: [] } },
    paths: { include: [], exclude: [] },
    metadata: { cwe: ["CWE-1"], owasp: [], confidence: "high", references: [], checklist, other: {} },
    profile: "precise",
    options: {},
    place: { file: "rules/x.yaml", line: 0, column: 0 },
  };
}

/** For both languages a topic rule and a finding rule of every item, and secrets in any text. */
export const allRules: readonly Rule[] = [
  ...checklistItems.flatMap(({ id }) =>
    (["python", "javascript"] as const).flatMap((language) => [
      rule(`${language}.${id}-topic`, "topic", [id], [language]),
      rule(`${language}.${id}`, "finding", [id], [language]),
    ]),
  ),
  rule("text.key", "finding", ["no-secrets"], []),
];

function analyse(path: string, text: string, spec: FileSpec): FileAnalysis {
  const findings: Finding[] = [];
  const topics: Topic[] = [];
  for (const match of text.matchAll(/(BAD|HUSH|TOPIC)\(([^)]*)\)/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const words = (match[2] ?? "").split(",");
    if (match[1] === "TOPIC") topics.push({ ruleId: "topic", checklist: words, span });
    else findings.push(finding(span, match[0], words, match[1] === "HUSH"));
  }
  const lines = text.split("\n").length;
  const reviewed = spec.reviewed ?? true;
  return {
    path,
    findings,
    topics,
    notReviewed: spec.notReviewed ?? [],
    reviewed,
    lines,
    bytes: text.length,
    rulesRun: 3,
    steps: 1,
  };
}

function finding(span: Finding["span"], text: string, words: readonly string[], silenced: boolean): Finding {
  const [level = "high", ...checklist] = words;
  const [severity, confidence] = level.split("/") as [Severity, Confidence | undefined];
  return {
    ruleId: `rule.${checklist[0] ?? "plain"}`,
    span,
    message: `Found ${text}.`,
    severity,
    confidence: confidence ?? "high",
    evidence: "direct match",
    metadata: { cwe: ["CWE-1"], owasp: [], confidence: "high", references: [], checklist, other: {} },
    path: [],
    captures: {},
    fingerprint: text,
    within: "",
    ...(silenced ? { suppression: { kind: "linewarden-ignore", reason: "known", span } } : {}),
  };
}
