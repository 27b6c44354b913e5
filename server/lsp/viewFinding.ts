/** A finding in the shape that the views show. Pure. */

import type { Finding } from "../engine/findings/finding.ts";
import { indexLines, type LineIndex } from "../engine/tree/lineIndex.ts";
import type { Span } from "../engine/tree/span.ts";
import type { ViewFinding } from "../protocol.ts";
import { cwePage } from "./toProto/diagnostic.ts";

export function viewFinding(finding: Finding, uri: string, text: string, fixTitle: string | undefined): ViewFinding {
  const lines = indexLines(text);
  const { metadata } = finding;
  const pages = metadata.cwe.map(cwePage).filter((page) => page !== undefined);
  return {
    ruleId: finding.ruleId,
    fingerprint: finding.fingerprint,
    message: finding.message,
    why: metadata.why ?? "",
    severity: finding.severity,
    confidence: finding.confidence,
    evidence: finding.evidence,
    cwe: metadata.cwe,
    owasp: metadata.owasp,
    references: metadata.references.length > 0 ? metadata.references : pages,
    uri,
    ...placeOf(lines, finding.span),
    path: finding.path.map((step) => ({
      uri,
      ...placeOf(lines, step.span),
      role: step.role,
      note: step.note,
      code: lines.lineText(lines.positionAt(step.span.start).line),
    })),
    ...(finding.removed ? { removed: finding.removed } : {}),
    ...(fixTitle === undefined ? {} : { fixTitle }),
  };
}

function placeOf(lines: LineIndex, span: Span) {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { line: start.line, character: start.character, endLine: end.line, endCharacter: end.character };
}
