/** Explains findings on hover: what, why, the path of the data, how sure, and what to do. */

import type { Finding } from "../../engine/findings/finding.ts";
import { passedOverNote } from "../../engine/findings/suppression.ts";
import type { FindingPlace } from "./diagnostic.ts";
import { cwePage, linkOf } from "./diagnostic.ts";

/** @param markdown False for editors that show plain text only. */
export function hoverText(
  findings: readonly Finding[],
  place: FindingPlace,
  markdown: boolean,
  fixTitles: readonly (string | undefined)[],
): string {
  const parts = findings.map((finding, index) => explain(finding, place, markdown, fixTitles[index]));
  return parts.join(markdown ? "\n\n---\n\n" : "\n\n");
}

function explain(finding: Finding, place: FindingPlace, markdown: boolean, fixTitle: string | undefined): string {
  const text = (value: string): string => (markdown ? escapeMarkdown(value) : value);
  const link = (label: string, target: string | undefined): string =>
    markdown && target ? `[${text(label)}](${target})` : text(label);
  const strong = (value: string): string => (markdown ? `**${text(value)}**` : value);
  const { metadata } = finding;
  const classes = [...metadata.cwe.map((cwe) => link(cwe, cwePage(cwe))), ...metadata.owasp.map((id) => text(`OWASP ${id}`))];
  const lines = [
    `${strong(`${finding.severity} · ${finding.ruleId}`)}`,
    text(finding.message),
    metadata.why ? text(metadata.why) : "",
    finding.passedOver ? text(passedOverNote(finding)) : "",
    removedText(finding, markdown, text),
    pathText(finding, place, markdown, text),
    `${text(`Confidence: ${finding.confidence} (${finding.evidence}).`)} ${classes.join(" · ")}`.trim(),
    fixTitle ? `${strong("Quick fix:")} ${text(fixTitle)}` : "",
    linkOf(finding) ? link("More about this problem", linkOf(finding)) : "",
  ];
  return lines.filter((line) => line !== "").join("\n\n");
}

function removedText({ removed = [] }: Finding, markdown: boolean, text: (value: string) => string): string {
  if (removed.length === 0) return "";
  const lines = removed.map(({ line, text: code }) => `line ${line + 1}: ${markdown ? codeSpan(code.trim()) : code.trim()}`);
  return [text("The change removed:"), ...lines.map((line) => `- ${line}`)].join("\n");
}

function pathText(finding: Finding, { uri, lines }: FindingPlace, markdown: boolean, text: (value: string) => string): string {
  if (finding.path.length === 0) return "";
  const steps = finding.path.map((step) => {
    const line = lines.positionAt(step.span.start).line;
    const code = lines.lineText(line).trim().slice(0, 100);
    const where = markdown ? `[line ${line + 1}](${uri}#L${line + 1})` : `line ${line + 1}`;
    return `${where}: ${markdown ? codeSpan(code) : code} ${text(step.note)}`;
  });
  return [text("Path of the data:"), ...steps.map((step, index) => `${index + 1}. ${step}`)].join(markdown ? "\n" : "\n");
}

/** Text of the workspace must not become a link, an image or a command in the hover. */
function escapeMarkdown(value: string): string {
  return value.replace(/[\\`*_{}[\]()#+!|<>~$&]/g, (character) => `\\${character}`).replace(/\s*\n\s*/g, " ");
}

/** A code span whose fence is longer than every run of backticks in it. */
function codeSpan(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${code} ${fence}`;
}
