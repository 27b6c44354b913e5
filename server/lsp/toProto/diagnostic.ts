/** A finding as a diagnostic of the protocol. */

import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import type { Finding } from "../../engine/findings/finding.ts";
import type { Severity } from "../../engine/rules/rule.ts";
import type { LineIndex } from "../../engine/tree/lineIndex.ts";
import { noteWords } from "../../review/findingWords.ts";
import { type Translate, untranslated } from "../../review/translate.ts";
import type { ClientFeatures } from "../clientFeatures.ts";
import { toRange } from "./range.ts";

/** What a diagnostic carries back to the server in a code action request. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  critical: DiagnosticSeverity.Error,
  high: DiagnosticSeverity.Error,
  medium: DiagnosticSeverity.Warning,
  low: DiagnosticSeverity.Information,
};

export interface FindingPlace {
  readonly uri: string;
  readonly lines: LineIndex;
}

export function toDiagnostic(
  finding: Finding,
  { uri, lines }: FindingPlace,
  introduced: boolean,
  features: ClientFeatures,
  t: Translate = untranslated,
): Diagnostic {
  const link = linkOf(finding);
  const cwe = finding.metadata.cwe.join(", ");
  const data: DiagnosticData = { fingerprint: finding.fingerprint };
  return {
    range: toRange(lines, finding.span),
    severity: severities[finding.severity],
    source: introduced ? "Linewarden" : t("Linewarden (before this change)"),
    code: finding.ruleId,
    message: cwe === "" ? finding.message : `${finding.message} (${cwe})`,
    ...(link && features.codeDescription ? { codeDescription: { href: link } } : {}),
    ...(features.diagnosticData ? { data } : {}),
    ...(features.relatedInformation && finding.path.length > 0
      ? {
          relatedInformation: finding.path.map((step) => ({
            location: { uri, range: toRange(lines, step.span) },
            message: noteWords(t, step.note),
          })),
        }
      : {}),
  };
}

/** The rule's first reference, else the page of its first CWE. */
export function linkOf(finding: Finding): string | undefined {
  return finding.metadata.references.find((link) => /^https?:\/\//.test(link)) ?? finding.metadata.cwe.map(cwePage).find(Boolean);
}

/** @param cwe "CWE-89", with or without a title behind it. */
export function cwePage(cwe: string): string | undefined {
  const number = /^CWE-(\d+)/i.exec(cwe)?.[1];
  return number === undefined ? undefined : `https://cwe.mitre.org/data/definitions/${number}.html`;
}
