/** The text output: findings by file, then what was covered and what follows from it. */

import { isOfRules } from "../../changes/leaveOutRules.ts";
import type { Finding } from "../../engine/findings/finding.ts";
import { count } from "../../review/plural.ts";
import type { ChecklistItem, Evidence, ItemState, Review } from "../../review/review.ts";
import { countBySeverity } from "../../review/verdict.ts";
import { displayPath } from "./displayPath.ts";
import { fixCommandLine } from "./fixCommandLine.ts";
import { plain, wrap } from "./plainText.ts";
import { coveredLine, listNotReviewed } from "./printCoverage.ts";
import { printFinding } from "./printFinding.ts";
import type { Report, ReportFinding } from "./report.ts";
import { styleFor } from "./style.ts";

export interface TextOptions {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  /** Findings only. */
  readonly quiet: boolean;
  /** All items with their evidence, instead of one line. */
  readonly checklist: boolean;
  /** Everything that was not reviewed, instead of the first lines. */
  readonly all: boolean;
  /** Paths are shown relative to it where they lie below it. */
  readonly cwd: string;
}

/** @returns Ends with a line feed; nothing for a quiet run without findings. Text of the workspace is made safe to print. */
export function printReport(report: Report, options: TextOptions): string {
  const sections: string[][] = [];
  if (report.review && !options.quiet) sections.push(wrap(`Reviewed: ${plain(report.review.base.label)}.`, options.width));
  for (const [file, findings] of groupByFile(report.findings)) sections.push(printFile(report, file, findings, options));
  if (!options.quiet) {
    if (report.review && options.checklist) sections.push(printChecklist(report.review.checklist, options.width));
    sections.push(printSummary(report, options));
  }
  const printed = sections.map((lines) => lines.join("\n")).join("\n\n");
  return printed === "" ? "" : `${printed}\n`;
}

function groupByFile(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return groups;
}

function printFile(report: Report, file: string, findings: readonly ReportFinding[], options: TextOptions): string[] {
  const text = report.textOf(file);
  const shownPath = displayPath(report.root, file, options.cwd);
  const layout = {
    width: options.width,
    style: styleFor(options.colour),
    hide: (shown: string) => report.hide(file, shown),
    parses: !report.notReviewed.some((entry) => entry.path === file && entry.reason === "syntax errors"),
    fixCommand: (finding: Finding) => fixCommandLine({ path: file, finding }, report, options.cwd),
  };
  const printed = findings.map((finding) => printFinding(finding, text, layout).join("\n")).join("\n\n");
  const isImporter = report.review?.files.some(({ path, status }) => path === file && status === "unchanged");
  return [isImporter ? `${plain(shownPath)}  (not changed itself; it imports what changed)` : plain(shownPath), printed];
}

const labelWidth = 14;

/** @param asIs Keeps spaces as they stand, for a text that fits. */
function row(label: string, text: string, width: number, asIs = false): string[] {
  const [first = "", ...more] = asIs ? [text] : wrap(text, Math.max(30, width - labelWidth));
  return [`  ${label.padEnd(labelWidth - 2)}${first}`, ...more.map((line) => " ".repeat(labelWidth) + line)];
}

function printSummary(report: Report, options: TextOptions): string[] {
  const { width } = options;
  const lines = [...row("Findings", findingsLine(report), width)];
  if (report.review) {
    const states = countStates(report.review.checklist);
    const long = `${states}${" ".repeat(8)}(${report.program} review --checklist shows all)`;
    const fits = labelWidth + long.length <= width;
    lines.push(...row("Checklist", options.checklist ? states : fits ? long : `${states}  (--checklist shows all)`, width, fits));
  }
  lines.push(...row("Covered", coveredLine(report), width));
  if (report.routesAlone === true) lines.push(...row("", comparedAlone, width));
  for (const line of listNotReviewed(report, options)) lines.push(...row("", line, width));
  if (report.review) lines.push(...printVerdict(report.review, report.program, width));
  return lines;
}

/** A scan of one file does not read its neighbours. */
export const comparedAlone = "Routes were compared with nothing else of the project: scan the folder, or review, for that.";

function findingsLine({ findings, review, coverage, fixesLeftOut }: Report): string {
  const open = findings.filter(({ finding }) => !finding.suppression).map(({ finding }) => finding);
  if (review?.coverage.filesChanged === 0) return nothingIn(review);
  if (coverage.filesChanged === 0) return "there is no file to look at, so this is no all-clear";
  if (coverage.bytes === 0 && findings.length === 0) return "nothing was looked at, so this is no all-clear";
  const parts = [open.length > 0 ? countBySeverity(open) : review ? "none introduced" : "none"];
  const silenced = findings.length - open.length;
  if (silenced > 0) parts.push(`${silenced} silenced by a comment`);
  const old = review?.files.reduce((sum, file) => sum + file.existing.length, 0) ?? 0;
  if (old > 0) parts.push(`${old} there before, not shown`);
  if (fixesLeftOut > 0) parts.push(`fixes were not tried for the last ${fixesLeftOut} (use --fixes)`);
  return parts.join(" · ");
}

function nothingIn(review: Review): string {
  if (isOfRules(review)) return "only rules have changed";
  return review.base.label.startsWith("the staged change") ? "nothing is staged" : "nothing has changed";
}

const stateOrder: readonly (readonly [ItemState, (n: number) => string])[] = [
  ["problem", (n) => count(n, "problem")],
  ["needs a person", (n) => `${n} for you`],
  ["looks fine", (n) => `${n} fine`],
  ["not touched", (n) => `${n} not touched`],
];

function countStates(checklist: readonly ChecklistItem[]): string {
  return stateOrder.map(([state, say]) => say(checklist.filter((item) => item.state === state).length)).join(" · ");
}

const maxPlaces = 3;

function printChecklist(checklist: readonly ChecklistItem[], width: number): string[] {
  const lines = ["  Checklist"];
  for (const [state] of stateOrder)
    for (const item of checklist.filter((candidate) => candidate.state === state)) {
      const said = item.summary === "" ? item.title : `${item.title}: ${plain(item.summary)}`;
      const [first = "", ...more] = wrap(said, Math.max(30, width - 20));
      lines.push(`    ${state.padEnd(16)}${first}`, ...more.map((line) => " ".repeat(20) + line));
      for (const evidence of state === "not touched" ? [] : item.evidence.slice(0, maxPlaces))
        lines.push(...printEvidence(evidence, width));
      const rest = item.evidence.length - maxPlaces;
      if (rest > 0 && state !== "not touched") lines.push(`${" ".repeat(22)}and ${count(rest, "more place", "more places")}`);
    }
  return lines;
}

/** A finding's first sentence is enough here: it is printed in full above. */
function printEvidence({ path: file, line, text, fingerprint }: Evidence, width: number): string[] {
  const place = file === undefined ? "" : `${plain(file)}${line === undefined ? "" : `:${line + 1}`}  `;
  const sentence = fingerprint === undefined ? text : (/^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text);
  const [first = "", ...more] = wrap(place + plain(sentence), Math.max(30, width - 22));
  return [" ".repeat(22) + first, ...more.map((part) => " ".repeat(24) + part)];
}

/** What the gate explains is what is staged; it has nothing to say of what is committed. */
function explained(label: string, program: string): string {
  if (label.startsWith("the staged change")) return `, or see why: \`${program} gate --explain\``;
  return label.startsWith("the uncommitted change") ? `. Why, once it is staged: \`${program} gate --explain\`` : "";
}

function printVerdict({ verdict, base }: Review, program: string, width: number): string[] {
  if (!verdict.blocked) return row("Passes", `${verdict.summary}.`, width);
  const them = verdict.reasons.length === 1 ? "it" : "them";
  const what = verdict.summary.startsWith("nothing")
    ? "A gate does not let through what nobody looked at."
    : `Fix ${them}${explained(base.label, program)}.`;
  // A command that goes over two lines cannot be copied.
  const whole = what.replace(/`[^`]*`/g, (command) => command.replaceAll(" ", "\u00a0"));
  return row("Blocked", `${verdict.summary}. ${whole}`, width).map((line) => line.replaceAll("\u00a0", " "));
}
