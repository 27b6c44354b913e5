/** The JSON output; its shape is media/schema/report.schema.json. */

import type { Finding } from "../../engine/findings/finding.ts";
import type { Fix } from "../../engine/fixes/fix.ts";
import { indexLines, type LineIndex } from "../../engine/tree/lineIndex.ts";
import type { Span } from "../../engine/tree/span.ts";
import type { Review } from "../../review/review.ts";
import { type Report, type ReportFinding, toolName } from "./report.ts";

/** Raised when a member changes its meaning or goes; new members leave it. */
export const jsonVersion = 1;

/** Characters that a terminal may obey or hide; JSON.stringify leaves them as they are. */
const unsafe = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g;

/** JSON with a line feed, without a character that could act on a terminal. */
export function jsonText(data: unknown): string {
  const asEscapes = (text: string): string =>
    text
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join("");
  return `${JSON.stringify(data, undefined, 2).replace(unsafe, asEscapes)}\n`;
}

/** @returns Plain data. Lines and columns count from 1, columns in UTF-16 units; offsets from 0. */
export function toJson(report: Report, toolVersion: string): Record<string, unknown> {
  const indexes = new Map<string, LineIndex>();
  const linesOf = (path: string): LineIndex => {
    const known = indexes.get(path);
    if (known) return known;
    const lines = indexLines(report.textOf(path) ?? "");
    indexes.set(path, lines);
    return lines;
  };
  return {
    version: jsonVersion,
    tool: { name: toolName, version: toolVersion },
    command: report.command,
    root: report.root,
    ...(report.review ? { base: report.review.base } : {}),
    findings: report.findings.map((finding) => findingToJson(finding, linesOf(finding.path), report)),
    ...(report.review ? reviewToJson(report.review) : {}),
    coverage: { ...report.coverage, suppressed: report.findings.filter(({ finding }) => finding.suppression).length },
    notReviewed: report.notReviewed.map(({ path, reason, detail, ruleId }) => ({
      ...(path === undefined ? {} : { path }),
      reason,
      detail,
      ...(ruleId === undefined ? {} : { ruleId }),
    })),
    exitStatus: report.exitStatus,
  };
}

function findingToJson({ path, finding, fix }: ReportFinding, lines: LineIndex, report: Report): Record<string, unknown> {
  const { metadata, suppression } = finding;
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    confidence: finding.confidence,
    evidence: finding.evidence,
    message: finding.message,
    ...(metadata.why === undefined ? {} : { why: metadata.why }),
    cwe: metadata.cwe,
    owasp: metadata.owasp,
    references: metadata.references,
    path,
    ...range(finding.span, lines),
    within: finding.within,
    fingerprint: finding.fingerprint,
    ...(report.review ? { introduced: true } : {}),
    ...(suppression
      ? { suppression: { kind: suppression.kind, ...(suppression.reason === undefined ? {} : { reason: suppression.reason }) } }
      : {}),
    dataFlow: dataFlow(finding, lines),
    ...(finding.removed ? { removed: finding.removed.map(({ line, text }) => ({ line: line + 1, text })) } : {}),
    ...(fix && "edits" in fix ? { fix: fixToJson(fix, lines) } : {}),
    ...(fix && "refused" in fix ? { noFix: fix.refused } : {}),
  };
}

function dataFlow({ path }: Finding, lines: LineIndex): unknown[] {
  return path.map(({ role, note, span }) => ({ role, note, ...range(span, lines) }));
}

function fixToJson({ title, edits }: Fix, lines: LineIndex): Record<string, unknown> {
  return { title, edits: edits.map(({ span, text }) => ({ ...range(span, lines), text })) };
}

function range(span: Span, lines: LineIndex): { start: unknown; end: unknown } {
  return { start: position(span.start, lines), end: position(span.end, lines) };
}

function position(offset: number, lines: LineIndex): { line: number; column: number; offset: number } {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}

function reviewToJson(review: Review): Record<string, unknown> {
  return {
    files: review.files.map(({ path, status, changedLines, reviewed, introduced, existing }) => ({
      path,
      status,
      changedLines,
      reviewed,
      introduced: introduced.length,
      existing: existing.length,
    })),
    checklist: review.checklist.map(({ id, title, state, summary, evidence, content, answer }) => ({
      id,
      title,
      state,
      summary,
      evidence: evidence.map(({ line, ...rest }) => ({ ...rest, ...(line === undefined ? {} : { line: line + 1 }) })),
      content,
      ...(answer ? { answer: { answer: answer.answer, note: answer.note, by: answer.by, at: answer.at } } : {}),
    })),
    verdict: review.verdict,
  };
}
