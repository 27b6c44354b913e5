/** A rule as SARIF describes it (reportingDescriptor). */

import type { Finding } from "../../engine/findings/finding.ts";
import type { Rule, Severity } from "../../engine/rules/rule.ts";

export const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
};
/** On GitHub's scale: over 9.0 critical, 7.0 high, 4.0 medium. */
const securitySeverity: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.5" };
const precision = { high: "high", medium: "medium", low: "low" } as const;

/** @param example A finding of the rule, for its facts where the rule itself is not known. */
export function sarifRule(id: string, rule: Rule | undefined, example: Finding | undefined): Record<string, unknown> {
  const metadata = rule?.metadata ?? example?.metadata;
  const severity = rule?.severity ?? example?.severity ?? "medium";
  const message = (rule?.message ?? example?.message ?? id).trim();
  const why = metadata?.why?.trim();
  const help = [message, why].filter(Boolean).join("\n\n");
  const references = metadata?.references ?? [];
  const links = references.map((link) => `- ${link}`).join("\n");
  const helpUri = references.find((link) => /^https?:\/\//.test(link)) ?? cweUri(metadata?.cwe[0]);
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: firstSentence(message) },
    fullDescription: { text: endSentence(help) },
    help: { text: endSentence(help), markdown: links === "" ? help : `${help}\n\n${links}` },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [
        "security",
        ...(metadata?.cwe ?? []).flatMap(cweTag),
        ...(metadata?.owasp ?? []).map((name) => `external/owasp/${name.toLowerCase()}`),
        ...idsIn(metadata?.other.asvs).map((name) => `external/asvs/${name.toLowerCase()}`),
        ...idsIn(metadata?.other.llm).map((name) => `external/owasp-llm/${name.toLowerCase()}`),
      ],
      precision: precision[metadata?.confidence ?? "medium"],
      "security-severity": securitySeverity[severity],
      "problem.severity": { error: "error", warning: "warning", note: "recommendation" }[levels[severity]],
    },
  };
}

function idsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}

/** "CWE-89", also with a title behind it, to GitHub's form of three digits at least. */
function cweTag(cwe: string): string[] {
  const digits = /CWE-(\d+)/i.exec(cwe)?.[1];
  return digits ? [`external/cwe/cwe-${digits.padStart(3, "0")}`] : [];
}

function cweUri(cwe: string | undefined): string | undefined {
  const digits = /CWE-(\d+)/i.exec(cwe ?? "")?.[1];
  return digits && `https://cwe.mitre.org/data/definitions/${Number(digits)}.html`;
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** GitHub shows 255 characters. */
function firstSentence(text: string): string {
  const sentence = /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  const short = sentence.length > 250 ? `${sentence.slice(0, 246)} ...` : sentence;
  return endSentence(short.replace(/\s+/g, " "));
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
