/** Explains findings on hover: what, why, the path of the data, how sure, and what to do. */

import type { Finding } from "../../engine/findings/finding.ts";
import { contentLength } from "../../engine/findings/suppression.ts";
import { evidenceWords, gradeWord, noiseNote, noteWords } from "../../review/findingWords.ts";
import { type Translate, untranslated } from "../../review/translate.ts";
import type { FindingPlace } from "./diagnostic.ts";
import { cwePage, linkOf } from "./diagnostic.ts";

/** What there is to say of a fix: its title, why there is none, or nothing where the rule has none. */
export type FixNote = { readonly title: string } | { readonly refused: string } | undefined;

/**
 * @param markdown False for editors that show plain text only. @param t What a rule says of a finding stays as it is.
 * @param notUsefulOfRule How many findings of a rule a person marked as not useful here.
 */
export function hoverText(
  findings: readonly Finding[],
  place: FindingPlace,
  markdown: boolean,
  fixes: readonly FixNote[],
  t: Translate = untranslated,
  notUsefulOfRule: (ruleId: string) => number = () => 0,
): string {
  const noise = ({ ruleId }: Finding) => noiseNote(t, notUsefulOfRule(ruleId));
  const parts = findings.map((finding, index) => explain(finding, place, markdown, fixes[index], t, noise(finding)));
  return parts.join(markdown ? "\n\n---\n\n" : "\n\n");
}

function explain(finding: Finding, place: FindingPlace, markdown: boolean, fix: FixNote, t: Translate, noise: string): string {
  const text = (value: string): string => (markdown ? escapeMarkdown(value) : value);
  const link = (label: string, target: string | undefined): string =>
    markdown && target ? `[${text(label)}](${target})` : text(label);
  const strong = (value: string): string => (markdown ? `**${text(value)}**` : value);
  const { metadata } = finding;
  const classes = [...metadata.cwe.map((cwe) => link(cwe, cwePage(cwe))), ...metadata.owasp.map((id) => text(`OWASP ${id}`))];
  const lines = [
    `${strong(`${gradeWord(t, finding.severity)} · ${finding.ruleId}`)}`,
    text(finding.message),
    metadata.why ? text(metadata.why) : "",
    finding.passedOver ? text(passedOverText(finding, t)) : "",
    removedText(finding, markdown, text, t),
    pathText(finding, place, markdown, text, t),
    `${text(t("Confidence: {0} ({1}).", gradeWord(t, finding.confidence), evidenceWords(t, finding.evidence)))} ${classes.join(" · ")}`.trim(),
    text(noise),
    fix && "title" in fix ? `${strong(t("Quick fix:"))} ${text(fix.title)}` : "",
    fix && "refused" in fix ? `${strong(t("No quick fix:"))} ${text(fix.refused)}.` : "",
    linkOf(finding) ? link(t("More about this problem"), linkOf(finding)) : "",
  ];
  return lines.filter((line) => line !== "").join("\n\n");
}

function passedOverText({ ruleId, contentFingerprint = "" }: Finding, t: Translate): string {
  if (contentFingerprint === "")
    return t(
      "The comment here that silences {0} was there before this code, so it does not count: give the reason anew.",
      ruleId,
    );
  const bound = `${ruleId}@${contentFingerprint.slice(0, contentLength)}`;
  return t(
    "The comment here that silences {0} was there before this code, so it does not count: give the reason anew, or let it name {1}.",
    ruleId,
    bound,
  );
}

function removedText({ removed = [] }: Finding, markdown: boolean, text: (value: string) => string, t: Translate): string {
  if (removed.length === 0) return "";
  const lines = removed.map(
    ({ line, text: code }) => `${t("line {0}", line + 1)}: ${markdown ? codeSpan(code.trim()) : code.trim()}`,
  );
  return [text(t("The change removed:")), ...lines.map((line) => `- ${line}`)].join("\n");
}

function pathText(
  finding: Finding,
  { uri, lines }: FindingPlace,
  markdown: boolean,
  text: (value: string) => string,
  t: Translate,
): string {
  if (finding.path.length === 0) return "";
  const steps = finding.path.map((step) => {
    const line = lines.positionAt(step.span.start).line;
    const code = lines.lineText(line).trim().slice(0, 100);
    const named = t("line {0}", line + 1);
    const where = markdown ? `[${named}](${uri}#L${line + 1})` : named;
    return `${where}: ${markdown ? codeSpan(code) : code} ${text(noteWords(t, step.note))}`;
  });
  return [text(t("Path of the data:")), ...steps.map((step, index) => `${index + 1}. ${step}`)].join(markdown ? "\n" : "\n");
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
