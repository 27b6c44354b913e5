/** A finding as a SARIF result: place, path of the data, fix, suppression. */

import type { Finding } from "../../engine/findings/finding.ts";
import type { Fix } from "../../engine/fixes/fix.ts";
import { indexLines, type LineIndex } from "../../engine/tree/lineIndex.ts";
import type { Span } from "../../engine/tree/span.ts";
import type { Report, ReportFinding } from "./report.ts";
import { artifactLocation, asSentence } from "./sarifLocation.ts";
import { levels } from "./sarifRule.ts";

const indexes = new WeakMap<Report, Map<string, LineIndex>>();

/** @param ruleIndex Place of the rule in the driver's list. */
export function sarifResult({ path, finding, fix }: ReportFinding, ruleIndex: number, report: Report): Record<string, unknown> {
  const lines = linesOf(report, path);
  const at = (span: Span): Record<string, unknown> => ({ artifactLocation: artifactLocation(path), region: region(span, lines) });
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: { ...at(finding.span), ...context(finding.span, path, lines, report) },
        ...(finding.within === "" ? {} : { logicalLocations: [{ fullyQualifiedName: finding.within, kind: "function" }] }),
      },
    ],
    partialFingerprints: { "linewarden/v1": finding.fingerprint, primaryLocationLineHash: `${finding.fingerprint}:1` },
    ...(finding.path.length > 0 ? { codeFlows: [codeFlow(finding, at)] } : {}),
    ...(fix && "edits" in fix ? { fixes: [sarifFix(path, fix, lines)] } : {}),
    ...(report.review ? { baselineState: "new" } : {}),
    ...(finding.suppression ? { suppressions: [suppression(finding, at)] } : {}),
    properties: {
      severity: finding.severity,
      confidence: finding.confidence,
      evidence: finding.evidence,
      ...(finding.removed ? { removed: finding.removed.map(({ line, text }) => ({ line: line + 1, text })) } : {}),
    },
  };
}

/** A viewer has no other place for lines that are no longer there. */
function messageOf({ message, removed = [] }: Finding): string {
  const lines = removed.map(({ line, text }) => `\nLine ${line + 1} of the text before the change: ${text.trim()}`);
  return removed.length === 0 ? asSentence(message.trim()) : `${asSentence(message.trim())}\n${lines.join("")}`;
}

function codeFlow(finding: Finding, at: (span: Span) => Record<string, unknown>): Record<string, unknown> {
  const locations = finding.path.map(({ span, note }) => ({
    location: { physicalLocation: at(span), message: { text: asSentence(note === "" ? "passes here" : note) } },
  }));
  return { threadFlows: [{ locations }] };
}

function suppression({ suppression: given }: Finding, at: (span: Span) => Record<string, unknown>): Record<string, unknown> {
  return {
    kind: "inSource",
    status: "accepted",
    ...(given?.reason === undefined ? {} : { justification: given.reason }),
    ...(given ? { location: { physicalLocation: at(given.span) } } : {}),
  };
}

function sarifFix(path: string, { title, edits }: Fix, lines: LineIndex): Record<string, unknown> {
  return {
    description: { text: asSentence(title) },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(path),
        replacements: edits.map(({ span, text }) => ({ deletedRegion: region(span, lines), insertedContent: { text } })),
      },
    ],
  };
}

/** The lines around, for viewers without the file; a line may be a whole bundle. */
const maxSnippet = 2000;

function context(span: Span, path: string, lines: LineIndex, report: Report): Record<string, unknown> {
  const text = report.textOf(path);
  if (text === undefined) return {};
  const shown = report.hide(path, text);
  const first = Math.max(0, lines.positionAt(span.start).line - 1);
  const last = Math.min(lines.lineCount - 1, lines.positionAt(span.end).line + 1);
  const whole = { start: lines.lineStart(first), end: lines.lineStart(last) + lines.lineText(last).length };
  const around = shown.slice(whole.start, whole.end);
  const snippet = { text: shown.slice(span.start, span.end) };
  if (snippet.text.length > maxSnippet) return {};
  const contextRegion =
    around.length > maxSnippet ? {} : { contextRegion: { ...region(whole, lines), snippet: { text: around } } };
  return { region: { ...region(span, lines), snippet }, ...contextRegion };
}

/** Lines and columns count from 1; the end column is the one behind the last character. */
function region(span: Span, lines: LineIndex): Record<string, number> {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function linesOf(report: Report, path: string): LineIndex {
  const known = indexes.get(report) ?? new Map<string, LineIndex>();
  indexes.set(report, known);
  const lines = known.get(path) ?? indexLines(report.textOf(path) ?? "");
  known.set(path, lines);
  return lines;
}
