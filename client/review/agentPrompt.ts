/** Writes a finding as a task for a coding agent: where it is, how the data gets there, and what the safe form looks like. Pure. */

import type { ViewEdit, ViewFinding } from "../../server/protocol.ts";

/**
 * In English whatever the editor speaks, since it is for an agent.
 *
 * @param path Of the file, as a person would name it.
 * @param fix The edits of the verified fix, where there is one.
 */
export function agentPrompt(finding: ViewFinding, path: string, fix: readonly ViewEdit[]): string {
  const weakness = [...finding.cwe, ...finding.owasp].join(", ");
  const lines = [
    `Fix this security finding in ${path}, line ${finding.line + 1}.`,
    "",
    `Rule: ${finding.ruleId}${weakness === "" ? "" : ` (${weakness})`}, severity ${finding.severity}`,
    `Finding: ${finding.message}`,
    ...(finding.why === "" ? [] : [`Why it matters: ${finding.why}`]),
  ];
  if (finding.path.length > 0) {
    lines.push("", "How the data gets there:");
    for (const { role, uri, line, note, code } of finding.path)
      lines.push(`- ${role}, ${nameOf(uri)} line ${line + 1}, ${note}: ${code.trim()}`);
  }
  const removed = finding.removed ?? [];
  if (removed.length > 0) lines.push("", "The change took this away:", ...removed.map(({ text }) => `- ${text.trim()}`));
  if (fix.length > 0) {
    lines.push("", `The safe form (verified: the finding is gone and nothing new is there)${titled(finding.fixTitle)}`);
    for (const { range, newText } of fix) lines.push(`- line ${range.start.line + 1}: ${newText.trim() || "(taken away)"}`);
  }
  lines.push(
    "",
    "Change as little as possible, keep what the code does for good input, and do not silence the finding with a comment.",
  );
  return `${lines.join("\n")}\n`;
}

function titled(title: string | undefined): string {
  return title === undefined ? ":" : `: ${title}.`;
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
