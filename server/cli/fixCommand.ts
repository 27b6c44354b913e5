/** `linewarden fix`: applies verified fixes to one file and shows what it changes. */

import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Finding, NotReviewed } from "../engine/findings/finding.ts";
import { hideSecrets, secretRules } from "../engine/findings/hideSecrets.ts";
import { applyFix } from "../engine/fixes/applyFix.ts";
import type { Fix } from "../engine/fixes/fix.ts";
import { indexLines } from "../engine/tree/lineIndex.ts";
import type { Span } from "../engine/tree/span.ts";
import { readTextFile } from "../host/files.ts";
import type { ProjectSource } from "../host/moduleReader.ts";
import { mayDeclareRoutes } from "../host/projectRoutes.ts";
import { messageOf, UsageError, UserError } from "../host/userError.ts";
import { count } from "../review/plural.ts";
import { severityRank } from "../review/review.ts";
import { type Command, exitStatus, type Invocation } from "./command.ts";
import { afterFix, type FixTarget, lineOf, readFixTarget, targetedBy, touches } from "./fixTarget.ts";
import { displayPath } from "./output/displayPath.ts";
import { plain } from "./output/plainText.ts";
import { printFix } from "./output/printFix.ts";
import { comparedAlone } from "./output/printReport.ts";
import { styleFor } from "./output/style.ts";
import { repositoryAround, type Session, withSession } from "./session.ts";

/** Every fix is verified again on the text that the one before it left. */
const mostFixes = 200;
/** Findings without a fix that are named one by one beside those that were fixed; more are counted by reason. A scan names them all. */
const mostNamed = 3;

export const fixCommand: Command = {
  usage: ["fix FILE[:LINE[@ID]] [--dry-run]"],
  description: [
    "Shows the verified fixes of a file's findings as a diff, and applies them. With LINE only those of findings that touch this line;",
    "with the ID that a report prints behind it only that finding, also where other fixes moved it by some lines since.",
    "A fix is applied to a copy first, parsed and scanned again: the finding must be gone, and nothing new may be there.",
  ].join("\n"),
  options: [{ name: "dry-run", type: "boolean", help: "show the diff and change nothing" }],
  takes: ["rules", "no-default-rules", "no-workspace-rules", "full-severity", "format", "jobs", "strict", "quiet"],
  formats: "text, which is all that fix prints; the fixes of a scan are in its JSON and SARIF output",
  examples: [
    ["linewarden fix src/users.js:47", "the finding on line 47"],
    ["linewarden fix src/users.js --dry-run", "what all fixes of the file would change"],
  ],
  run: runFix,
};

async function runFix(invocation: Invocation): Promise<number> {
  const { positionals, common, io } = invocation;
  const [word, ...more] = positionals;
  if (word === undefined || more.length > 0) throw new UsageError("fix takes one file: linewarden fix FILE[:LINE].");
  if (common.format !== "text")
    throw new UsageError("fix prints text only; the fixes of a scan are in its JSON and SARIF output.");
  const target = readFixTarget(path.resolve(io.cwd, word));
  const read = await readTextFile(target.file);
  if ("unread" in read) throw new UserError(`${word}: ${read.unread.detail}`);
  return withSession(invocation, path.dirname(target.file), async (session) => {
    const root = rootOf(target.file, io.cwd);
    const file = {
      path: path.relative(root, target.file).split(path.sep).join("/"),
      text: read.text,
      imports: { root, still: true } as const,
    };
    const shown = displayPath("", target.file, io.cwd);
    const done = await fixAll(file, target, shown, session);
    // First, so that nothing is said to be fixed that could not be written.
    if (done.fixed.length > 0 && invocation.flags["dry-run"] !== true) writeBack(target.file, read.text, done.text);
    report(shown, done, session, invocation, target);
    if (!done.reviewed) return exitStatus.noResult;
    return done.left.length > 0 || (common.strict && done.notReviewed.length > 0) ? exitStatus.found : exitStatus.done;
  });
}

/** As far as a review follows imports. */
function rootOf(file: string, cwd: string): string {
  const folder = path.dirname(file);
  const repository = repositoryAround(folder);
  if (existsSync(path.join(repository, ".git"))) return repository;
  return file.startsWith(cwd + path.sep) ? cwd : folder;
}

interface Done {
  readonly text: string;
  readonly fixed: readonly { readonly finding: Finding; readonly fix: Fix; readonly before: string; readonly parses: boolean }[];
  /** Findings that stay, and why. */
  readonly left: readonly { readonly finding: Finding; readonly why: string; readonly text: string }[];
  /** Of the text as it is at the end: whether a rule looked at it, and what none looked at. */
  readonly reviewed: boolean;
  readonly notReviewed: readonly NotReviewed[];
}

/** One fix after the other: a fix moves what stands behind it, and may take a second finding with it. */
async function fixAll(original: ProjectSource, target: FixTarget, shown: string, { analyzer }: Session): Promise<Done> {
  const fixed: { finding: Finding; fix: Fix; before: string; parses: boolean }[] = [];
  let text = original.text;
  let piece = lineOf(target, text);
  for (;;) {
    const file = { ...original, text };
    const analysis = await analyzer.analyze(file);
    const open = analysis.findings.filter(({ suppression }) => !suppression);
    const findings = fixed.length === 0 ? targetedBy(target, open, text, shown) : stillTargeted(target, open, piece);
    const left: { finding: Finding; why: string; text: string }[] = [];
    let next: { finding: Finding; fix: Fix } | undefined;
    for (const finding of [...findings].sort(
      (a, b) => severityRank[b.severity] - severityRank[a.severity] || a.span.start - b.span.start,
    )) {
      const fix = fixed.length < mostFixes ? await analyzer.fix(file, finding) : undefined;
      if (fix && "edits" in fix) {
        next = { finding, fix };
        break;
      }
      left.push({ finding, why: fix ? fix.refused : "this rule has no automatic fix", text });
    }
    if (!next) return { text, fixed, left, reviewed: analysis.reviewed, notReviewed: analysis.notReviewed };
    const parses = !analysis.notReviewed.some(({ reason }) => reason === "syntax errors");
    fixed.push({ ...next, before: text, parses });
    text = applyFix(text, next.fix);
    piece = piece && afterFix(piece, next.fix);
  }
}

/** What is left of those after the first fix; nothing of a finding that was named alone. @param piece Where the line is now. */
function stillTargeted({ line }: FixTarget, open: readonly Finding[], piece: Span | undefined): readonly Finding[] {
  if (piece === undefined) return line === undefined ? open : [];
  return open.filter((finding) => touches(finding, piece));
}

function report(
  shown: string,
  { text: now, fixed, left, reviewed, notReviewed }: Done,
  { analyzer }: Session,
  { io, common, flags }: Invocation,
  target: FixTarget,
): void {
  const style = styleFor(io.colour);
  const secret = secretRules(analyzer.rules);
  const place = (text: string, finding: Finding): string =>
    `${plain(shown)}:${indexLines(text).positionAt(finding.span.start).line + 1}`;
  const lines: string[] = [];
  for (const { finding, fix, before, parses } of fixed) {
    lines.push(
      `${place(before, finding)}  ${style.severity(finding.severity)}  ${finding.ruleId}`,
      `  ${plain(fix.title)} (verified: ${parses ? "parses, " : ""}finding gone, nothing new)`,
    );
    lines.push(...printFix(before, fix, hideSecrets(before, [finding], secret), style, io.width), "");
  }
  if (left.length > mostNamed && fixed.length > 0) lines.push(...countReasons(left), "");
  else
    for (const { finding, why, text } of left)
      lines.push(
        `${place(text, finding)}  ${style.severity(finding.severity)}  ${finding.ruleId}`,
        `  not fixed: ${plain(why)}`,
        "",
      );
  for (const { reason, detail } of notReviewed) lines.push(`Not reviewed: ${reason}. ${plain(detail)}`);
  const dry = flags["dry-run"] === true;
  if (!reviewed) lines.push("No rule could look at this file, so nothing is known of it.");
  else if (!common.quiet) lines.push(summary(fixed.length, left.length, dry, target, notReviewed.length > 0));
  if (
    reviewed &&
    !common.quiet &&
    fixed.length + left.length === 0 &&
    mayDeclareRoutes([{ path: shown, text: now }], analyzer.rules)
  )
    lines.push(comparedAlone);
  io.out(`${lines.join("\n")}\n`);
}

/** Says what it speaks of where that is less than the file. */
function summary(fixed: number, left: number, dry: boolean, { line, id }: FixTarget, gaps: boolean): string {
  if (fixed + left === 0) return gaps ? "No finding in what was reviewed." : "No finding.";
  const done = fixed === 0 ? "Nothing was fixed" : `${count(fixed, "finding")} ${dry ? "would be fixed" : "fixed"}`;
  if (id !== undefined && left === 0) return `${done}.`;
  const where = line === undefined || id !== undefined ? "" : " on this line";
  return `${done}; ${left === 0 ? "none is left" : `${count(left, "finding")} left`}${where}.`;
}

/** Lines that are named for one reason. */
const mostLines = 8;

/** One line for each reason, the most frequent one first, with the lines that it holds for. */
function countReasons(left: Done["left"]): string[] {
  const reasons = new Map<string, number[]>();
  for (const { finding, why, text } of left) {
    const lines = reasons.get(why) ?? [];
    lines.push(indexLines(text).positionAt(finding.span.start).line + 1);
    reasons.set(why, lines);
  }
  return [...reasons]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([why, lines]) => `Not fixed, ${count(lines.length, "finding")} (${namesOfLines(lines)}): ${plain(why)}`);
}

/** "line 3", "lines 3, 8 and 4 more". */
function namesOfLines(all: readonly number[]): string {
  const lines = [...new Set(all)].sort((a, b) => a - b);
  const [named, more] = [lines.slice(0, mostLines), lines.length - mostLines];
  if (lines.length === 1) return `line ${lines[0]}`;
  return more > 0 ? `lines ${named.join(", ")} and ${more} more` : `lines ${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

/** Refuses when the file moved on; keeps its byte order mark and its mode; a reader never sees half of it. */
function writeBack(named: string, before: string, after: string): void {
  // A link stays a link.
  const file = realpathSync(named);
  const bytes = readFileSync(file);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && !before.startsWith("\uFEFF") ? "\uFEFF" : "";
  if (bytes.toString("utf8") !== mark + before) throw new UserError(`${file} changed meanwhile; nothing was written. Try again.`);
  const scratch = `${file}.linewarden-${process.pid}`;
  try {
    writeFileSync(scratch, mark + after, { mode: statSync(file).mode });
    renameSync(scratch, file);
  } catch (error) {
    rmSync(scratch, { force: true });
    throw new UserError(`${file} cannot be written: ${messageOf(error)}`);
  }
}
