/** The rows of the Changes view: files most dangerous first, their changes, the findings in them. Pure. */

import type { FolderReview, ViewFile, ViewFinding, ViewHunk } from "../../server/protocol.ts";
import { gradeWord, isNoisy, noiseNote, surenessWords } from "../../server/review/findingWords.ts";
import type { Translate } from "../../server/review/translate.ts";
import { isVirtual } from "./emptyState.ts";
import { folderRow, type Row, type RowTarget } from "./row.ts";
import {
  findingsWord,
  firstSentence,
  hiddenFindings,
  hiddenWord,
  linesWord,
  notUsefulIn,
  notUsefulWord,
  passedWord,
  reasonWord,
  shortPaths,
  unseenWord,
} from "./words.ts";

/** Folders are rows only where there are several. The server's order of files is kept. Empty when nothing changed. */
export function changeRows(reviews: readonly FolderReview[], t: Translate): Row[] {
  if (reviews.length <= 1) return reviews.flatMap((review) => rowsOf(review, t));
  return reviews.flatMap((review) => {
    const children = rowsOf(review, t);
    if (children.length === 0) return [];
    const findings = review.files.reduce((sum, file) => sum + file.findings.length, 0);
    const description = `${findingsWord(t, findings)} · ${unseenWord(t, review.unseenLines)}`;
    return [folderRow(review, description, children, t)];
  });
}

function rowsOf(review: FolderReview, t: Translate): Row[] {
  if (isVirtual(review)) return [];
  const withFindings = review.files.filter((file) => file.findings.length > 0);
  const quiet = review.files.filter((file) => file.findings.length === 0);
  const label = shortPaths(review.files.map(({ path }) => path));
  const quietRows = quiet.map((file) => fileRow(file, label(file.path), t));
  const rows = withFindings.map((file) => fileRow(file, label(file.path), t));
  // A single group hides nothing where there is nothing else to see.
  if (withFindings.length === 0) rows.push(...quietRows);
  else if (quiet.length > 0) rows.push(quietRow(review.folderUri, quiet, quietRows, t));
  if (review.passedCommits?.length) rows.push(passedRow(review.folderUri, review.passedCommits, t));
  const hidden = hiddenFindings(review);
  if (hidden > 0) rows.push(hiddenRow(review.folderUri, hidden, t));
  const notUseful = notUsefulIn(review);
  if (notUseful.length > 0) rows.push(notUsefulRow(review.folderUri, notUseful, t));
  if (review.notReviewed.length > 0) rows.push(notReviewedRow(review, t));
  return rows;
}

function fileRow(file: ViewFile, label: string, t: Translate): Row {
  const hunks = file.hunks.map((hunk) => hunkRow(file, hunk, t));
  const outside = file.findings.filter((finding) => !file.hunks.some((hunk) => holds(hunk, finding)));
  const parts = [
    file.findings.length > 0 ? findingsWord(t, file.findings.length) : "",
    file.changedLines > 0 ? unseenWord(t, file.unseenLines) : statusWord(file.status, t),
    file.reviewed ? "" : t("not reviewed"),
  ].filter((part) => part !== "");
  const worst = worstOf(file.findings);
  const description = parts.join(" · ");
  const first = file.hunks[0];
  return {
    id: `file ${file.uri}`,
    label,
    description,
    icon: worst ?? (file.reviewed ? (file.unseenLines > 0 ? "unseen" : "seen") : "not reviewed"),
    tooltip: [file.path, `${statusWord(file.status, t)} · ${linesWord(t, file.changedLines)}`, description],
    spoken: t("file {0}, {1}, {2}", file.path, statusWord(file.status, t), parts.join(", ")),
    context: file.unseenLines > 0 ? "file.unseen" : "file.seen",
    expanded: file.findings.length > 0,
    children: [...outside.map((finding) => findingRow(finding, t)), ...hunks],
    marks: { uri: file.uri, lines: file.hunks.map(({ lines }) => lines) },
    ...(file.status === "deleted" ? {} : { target: lineTarget(file.uri, first?.lines.start ?? 0) }),
  };
}

function hunkRow(file: ViewFile, hunk: ViewHunk, t: Translate): Row {
  const findings = file.findings.filter((finding) => holds(hunk, finding));
  const count = Math.max(0, hunk.lines.end - hunk.lines.start);
  const description =
    hunk.unseen > 0 && hunk.unseen < count ? t("{0} of {1} lines not looked at", hunk.unseen, count) : unseenWord(t, hunk.unseen);
  const line = hunk.lines.start + 1;
  return {
    id: `hunk ${file.uri} ${hunk.label}`,
    label: hunk.label,
    description,
    icon: hunk.unseen > 0 ? "unseen" : "seen",
    tooltip: [`${file.path}:${line}`, description],
    spoken: [t("change {0}, {1}", hunk.label, description), findings.length > 0 ? findingsWord(t, findings.length) : ""]
      .filter((part) => part !== "")
      .join(", "),
    context: hunk.unseen > 0 ? "hunk.unseen" : "hunk.seen",
    expanded: findings.length > 0,
    children: findings.map((finding) => findingRow(finding, t)),
    target: lineTarget(file.uri, hunk.lines.start),
    marks: { uri: file.uri, lines: [hunk.lines] },
  };
}

function findingRow(finding: ViewFinding, t: Translate): Row {
  const severity = gradeWord(t, finding.severity);
  const line = finding.line + 1;
  const { notUsefulOfRule = 0 } = finding;
  const noisy = isNoisy(notUsefulOfRule) ? [t("noisy rule")] : [];
  return {
    id: `finding ${finding.uri} ${finding.fingerprint} ${finding.ruleId}`,
    // The line first: what stands last is cut off in a narrow panel, and equal messages must be told apart.
    label: `${line}: ${firstSentence(finding.message)}`,
    description: [finding.cwe.join(", "), ...noisy].filter((part) => part !== "").join(" · "),
    icon: finding.severity,
    tooltip: [
      finding.message,
      finding.why,
      [severity, finding.ruleId, ...finding.cwe, surenessWords(t, finding)].join(" · "),
      noiseNote(t, notUsefulOfRule),
    ].filter((part) => part !== ""),
    spoken: [t("{0} finding, line {1}: {2}", severity, line, firstSentence(finding.message)), ...noisy].join(", "),
    context: finding.fixTitle === undefined ? "finding" : "finding.fixable",
    expanded: false,
    children: [],
    target: finding,
    finding,
  };
}

function quietRow(folderUri: string, files: readonly ViewFile[], children: readonly Row[], t: Translate): Row {
  const changed = files.reduce((sum, file) => sum + file.changedLines, 0);
  const unseen = files.reduce((sum, file) => sum + file.unseenLines, 0);
  const label = files.length === 1 ? t("1 file without findings") : t("{0} files without findings", files.length);
  const spoken = t("{0}, {1} of {2} lines looked at", label, changed - unseen, changed);
  return {
    id: `quiet ${folderUri}`,
    label,
    description: `${changed - unseen} / ${changed}`,
    icon: "files",
    tooltip: [spoken],
    spoken,
    context: "files",
    expanded: false,
    children,
  };
}

function passedRow(folderUri: string, commits: NonNullable<FolderReview["passedCommits"]>, t: Translate): Row {
  const label = passedWord(t, commits.length);
  return {
    id: `passed ${folderUri}`,
    label,
    description: "",
    icon: "needs a person",
    tooltip: [label, t("They stand here until they are pushed, or the gate has let them through.")],
    spoken: label,
    context: "passed",
    expanded: false,
    children: commits.map(({ commit, reason, review }) => ({
      id: `passed ${folderUri} ${commit}`,
      label: commit,
      description: reason,
      icon: "needs a person" as const,
      tooltip: [`${commit}: ${reason}`, t("Review it: {0}", review)],
      spoken: `${t("commit {0}, {1}", commit, reason)}. ${t("Review it: {0}", review)}`,
      context: "passed",
      expanded: false,
      children: [],
    })),
  };
}

function hiddenRow(folderUri: string, hidden: number, t: Translate): Row {
  const label = hiddenWord(t, hidden);
  return {
    id: `hidden ${folderUri}`,
    label,
    description: "linewarden.disabledRules",
    icon: "not reviewed",
    tooltip: [label, t("The verdict, the checklist and the commit gate count them all the same.")],
    spoken: `${label}. ${t("The verdict, the checklist and the commit gate count them all the same.")}`,
    context: "hidden",
    expanded: false,
    children: [],
  };
}

/** What was marked can be looked at, and taken back. */
function notUsefulRow(folderUri: string, findings: readonly ViewFinding[], t: Translate): Row {
  const label = notUsefulWord(t, findings.length);
  const counted = t("The verdict, the checklist and the commit gate count them all the same.");
  return {
    id: `not useful ${folderUri}`,
    label,
    description: "",
    icon: "not reviewed",
    tooltip: [label, counted],
    spoken: `${label}. ${counted}`,
    context: "notUseful",
    expanded: false,
    children: findings.map((finding) => ({ ...findingRow(finding, t), context: "notUseful.finding" })),
  };
}

function notReviewedRow(review: FolderReview, t: Translate): Row {
  const count = review.notReviewed.length;
  const label = t("Not reviewed");
  const short = shortPaths(review.notReviewed.map(({ path }) => path));
  return {
    id: `not reviewed ${review.folderUri}`,
    label,
    description: String(count),
    icon: "not reviewed",
    tooltip: [t("Nothing is skipped in silence: what no rule could look at stands here with the reason.")],
    spoken: t("Not reviewed: {0}", count),
    context: "notReviewed",
    expanded: false,
    children: review.notReviewed.map((entry, index) => ({
      id: `not reviewed ${review.folderUri} ${index} ${entry.path} ${entry.reason}`,
      label: entry.path === "" ? reasonWord(t, entry.reason) : short(entry.path),
      description: reasonWord(t, entry.reason),
      icon: "not reviewed" as const,
      tooltip: [entry.path, entry.detail],
      spoken: t("{0} was not reviewed: {1}. {2}", entry.path, reasonWord(t, entry.reason), entry.detail),
      context: "notReviewed",
      expanded: false,
      children: [],
    })),
  };
}

/** A place without text, where lines were removed, belongs to the finding that starts there. */
function holds({ lines }: ViewHunk, { line }: ViewFinding): boolean {
  return line >= lines.start && line < Math.max(lines.end, lines.start + 1);
}

function worstOf(findings: readonly ViewFinding[]): ViewFinding["severity"] | undefined {
  return (["critical", "high", "medium", "low"] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
}

function statusWord(status: string, t: Translate): string {
  const words: Readonly<Record<string, string>> = {
    added: t("added"),
    modified: t("modified"),
    deleted: t("deleted"),
    renamed: t("renamed"),
    untracked: t("untracked"),
    unchanged: t("imports what changed"),
  };
  return words[status] ?? status;
}

function lineTarget(uri: string, line: number): RowTarget {
  return { uri, line, character: 0, endLine: line, endCharacter: 0 };
}
