/** The SARIF 2.1.0 output (OASIS, Static Analysis Results Interchange Format), with what GitHub code scanning asks for. */

import type { NotReviewed } from "../../engine/findings/finding.ts";
import { type Report, toolName } from "./report.ts";
import { artifactLocation, asSentence, folderUri, rootId } from "./sarifLocation.ts";
import { sarifResult } from "./sarifResult.ts";
import { sarifRule } from "./sarifRule.ts";

const schema = "https://json.schemastore.org/sarif-2.1.0.json";
const homepage = "https://github.com/linewarden/linewarden";

export interface SarifOptions {
  readonly toolVersion: string;
  /** Leaves silenced findings out: GitHub shows them like any other. */
  readonly suppressed: boolean;
}

/** @returns One log with one run. Only rules with results are described, in the order of their first result. */
export function toSarif(report: Report, options: SarifOptions): Record<string, unknown> {
  const findings = report.findings.filter(({ finding }) => options.suppressed || !finding.suppression);
  const byId = new Map(report.rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set(findings.map(({ finding }) => finding.ruleId))];
  const first = new Map([...findings].reverse().map(({ finding }) => [finding.ruleId, finding] as const));
  const rules = ids.map((id) => sarifRule(id, byId.get(id), first.get(id)));
  return {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: toolName,
            version: options.toolVersion,
            semanticVersion: options.toolVersion,
            informationUri: homepage,
            rules,
          },
        },
        automationDetails: { id: `linewarden/${report.command}/` },
        originalUriBaseIds: { [rootId]: { uri: folderUri(report.root), description: { text: "The folder that was reviewed." } } },
        columnKind: "utf16CodeUnits",
        invocations: [invocation(report)],
        results: findings.map((finding) => sarifResult(finding, ids.indexOf(finding.finding.ruleId), report)),
        properties: {
          coverage: { ...report.coverage, suppressed: report.findings.filter(({ finding }) => finding.suppression).length },
          ...(report.review ? { base: report.review.base, checklist: checklist(report), verdict: report.review.verdict } : {}),
        },
      },
    ],
  };
}

function checklist({ review }: Report): unknown[] {
  return (review?.checklist ?? []).map(({ id, state, summary }) => ({ id, state, summary }));
}

function invocation({ notReviewed, exitStatus }: Report): Record<string, unknown> {
  return {
    executionSuccessful: true,
    exitCode: exitStatus,
    ...(notReviewed.length > 0 ? { toolExecutionNotifications: notReviewed.map(notification) } : {}),
  };
}

function notification({ path: file, reason, detail, ruleId }: NotReviewed): Record<string, unknown> {
  const failed = reason === "crashed" || reason === "timed out" || reason === "rule error";
  return {
    descriptor: { id: reason.replaceAll(" ", "-") },
    level: failed ? "error" : "warning",
    message: { text: asSentence(`${file === undefined ? "" : `${file}: `}not reviewed: ${reason}. ${detail}`) },
    ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: artifactLocation(file) } }] }),
    ...(ruleId === undefined ? {} : { associatedRule: { id: ruleId } }),
  };
}
