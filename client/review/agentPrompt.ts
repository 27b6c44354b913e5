/** Writes a finding as a task for a coding agent: where it is, how the data gets there, and what the safe form looks like. Pure. */

import type { ViewEdit, ViewFinding } from "../../server/protocol.ts";

/**
 * In English whatever the editor speaks, since it is for an agent.
 *
 * @param path Of the file, as a person would name it.
 * @param fix The edits of the verified fix, where there is one. @param text What they are made to.
 * @param refused Why there is none, where a fix was tried.
 */
export function agentPrompt(
  finding: ViewFinding,
  path: string,
  fix: readonly ViewEdit[],
  text: string,
  refused?: string,
): string {
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
    lines.push(...fixedLines(fix, text));
  }
  if (refused !== undefined) lines.push("", `There is no automatic fix: ${refused}.`);
  lines.push(
    "",
    "Change as little as possible, keep what the code does for good input, and do not silence the finding with a comment.",
  );
  return `${lines.join("\n")}\n`;
}

/** Whole lines as they read afterwards: an edit alone is a fragment that nobody can place. */
function fixedLines(fix: readonly ViewEdit[], text: string): string[] {
  const all = text.split(/\r\n|\r|\n/);
  const edits = [...fix].sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
  const shown: string[] = [];
  for (let at = 0; at < edits.length; ) {
    const first = edits[at]?.range.start.line ?? 0;
    let last = first;
    let after = "";
    let from = 0;
    for (let edit = edits[at]; edit && edit.range.start.line <= last; edit = edits[++at]) {
      const { start, end } = edit.range;
      after += `${(all[last] ?? "").slice(from, start.character)}${edit.newText}`;
      last = end.line;
      from = end.character;
    }
    after += (all[last] ?? "").slice(from);
    shown.push(...changedLines(all.slice(first, last + 1), after.split(/\r\n|\r|\n/), first));
  }
  return shown;
}

/** @param first The line of the first of them, from 0. What is the same at both ends is left out. */
function changedLines(before: readonly string[], after: readonly string[], first: number): string[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++;
  const gone = before.length - start - same;
  const lines = after.slice(start, after.length - same).map((line) => `    ${line}`);
  const line = first + start + 1;
  if (gone === 0) return lines.length === 0 ? [] : [`- put before line ${line}:`, ...lines];
  const which = gone === 1 ? `line ${line}` : `lines ${line} to ${line + gone - 1}`;
  return lines.length === 0 ? [`- take away ${which}`] : [`- ${which} should read:`, ...lines];
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
