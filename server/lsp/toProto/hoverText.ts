/** Explains findings on hover: what, why, the path of the data, how sure, and what to do. */

import type { Finding } from "../../engine/findings/finding.ts";
import { contentLength } from "../../engine/findings/suppression.ts";
import { escapeMarkdown } from "../../review/escapeMarkdown.ts";
import { gradeWord, noiseNote, noteWords, surenessWords } from "../../review/findingWords.ts";
import { type Translate, untranslated } from "../../review/translate.ts";
import type { FindingPlace } from "./diagnostic.ts";
import { cwePage, linkOf } from "./diagnostic.ts";

/** What there is to say of a fix: its title, why there is none, or nothing where the rule has none. */
export type FixNote = { readonly title: string } | { readonly refused: string } | undefined;

export interface HoverStyle {
  /** False for editors that show plain text only. */
  readonly markdown: boolean;
  /** The editor shows the message of the diagnostic above the hover. */
  readonly belowMessage?: boolean;
  /** What a rule says of a finding stays as it is. */
  readonly t?: Translate;
  /** How many findings of a rule a person marked as not useful here. */
  readonly notUsefulOfRule?: (ruleId: string) => number;
}

/** @param fixes For each finding. */
export function hoverText(
  findings: readonly Finding[],
  place: FindingPlace,
  fixes: readonly FixNote[],
  { markdown, belowMessage = false, t = untranslated, notUsefulOfRule = () => 0 }: HoverStyle,
): string {
  const style = { markdown, belowMessage, t, notUsefulOfRule };
  const parts = findings.map((finding, index) => explain(finding, place, fixes[index], style));
  return parts.join(markdown ? "\n\n---\n\n" : "\n\n");
}

function explain(
  finding: Finding,
  place: FindingPlace,
  fix: FixNote,
  { markdown, belowMessage, t, notUsefulOfRule }: Required<HoverStyle>,
): string {
  const text = (value: string): string => (markdown ? escapeMarkdown(value) : value);
  const link = (label: string, target: string | undefined): string =>
    markdown && target ? `[${text(label)}](${target})` : text(label);
  const strong = (value: string): string => (markdown ? `**${text(value)}**` : value);
  const { metadata } = finding;
  const classes = [...metadata.cwe.map((cwe) => link(cwe, cwePage(cwe))), ...metadata.owasp.map((id) => text(`OWASP ${id}`))];
  const lines = [
    `${strong(`${gradeWord(t, finding.severity)} · ${finding.ruleId}`)}`,
    belowMessage ? "" : text(finding.message),
    metadata.why ? text(metadata.why) : "",
    finding.passedOver ? text(passedOverText(finding, t)) : "",
    removedText(finding, markdown, text, t),
    pathText(finding, place, markdown, text, t),
    [text(surenessWords(t, finding)), ...classes].join(" · "),
    text(noiseNote(t, notUsefulOfRule(finding.ruleId))),
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

/** A code span whose fence is longer than every run of backticks in it. */
function codeSpan(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${code} ${fence}`;
}
