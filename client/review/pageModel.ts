/** What the two pages of the panel show, as data in the words of the editor's language. Pure. */

import type { FolderReview, ViewFinding, ViewStep } from "../../server/protocol.ts";
import { gradeWord, noiseNote, noteWords, surenessWords } from "../../server/review/findingWords.ts";
import type { Translate } from "../../server/review/translate.ts";
import { hasChange } from "./checklistRows.ts";
import { isVirtual } from "./emptyState.ts";
import {
  commitWord,
  filesWord,
  firstSentence,
  hiddenFindings,
  hiddenWord,
  notUsefulIn,
  notUsefulWord,
  passedWord,
  withoutFirstSentence,
} from "./words.ts";

type Mark = "problem" | "person" | "fine" | "none";

interface PageButton {
  /** A command of this extension, without its prefix. */
  readonly command: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly primary: boolean;
}

interface VerdictSection {
  /** Name of the folder where there are several. */
  readonly name?: string;
  readonly mark: Mark;
  readonly headline: string;
  readonly progress?: { readonly label: string; readonly value: number; readonly max: number; readonly text: string };
  /** How far the review is, before the buttons. */
  readonly state: string;
  /** After the buttons, before the details. */
  readonly reasons: readonly string[];
  readonly details: readonly string[];
}

export interface VerdictPage {
  readonly kind: "verdict";
  readonly sections: readonly VerdictSection[];
  readonly buttons: readonly PageButton[];
}

interface PageStep {
  readonly role: ViewStep["role"];
  readonly note: string;
  readonly code: string;
  readonly place: string;
}

interface PageFact {
  readonly name: string;
  readonly value: string;
  readonly href?: string;
}

export interface FindingPage {
  readonly kind: "finding";
  /** Shown instead of everything else. */
  readonly empty?: string;
  readonly mark: Mark;
  readonly heading: string;
  /** How grave and how sure: below the heading. */
  readonly grades: readonly PageFact[];
  readonly facts: readonly PageFact[];
  readonly paragraphs: readonly string[];
  readonly removedHeading: string;
  /** Lines that the change took away, with their numbers in the text before it. */
  readonly removed: readonly string[];
  readonly pathHeading: string;
  readonly path: readonly PageStep[];
  readonly linksHeading: string;
  readonly links: readonly string[];
  readonly buttons: readonly PageButton[];
}

export type Page = VerdictPage | FindingPage;

export function verdictPage(
  server: "starting" | "running" | "down" | "stopped",
  reviews: readonly FolderReview[] | undefined,
  workspace: { readonly folders: number; readonly trusted: boolean },
  t: Translate,
): VerdictPage {
  const next: PageButton = {
    command: "reviewNextChange",
    label: t("Review next change"),
    enabled: reviews?.some(hasChange) ?? false,
    primary: true,
  };
  const only = (mark: Mark, headline: string, state: string, buttons: PageButton[]): VerdictPage => ({
    kind: "verdict",
    sections: [{ mark, headline, reasons: [], state, details: [] }],
    buttons,
  });
  if (workspace.folders === 0)
    return only("none", t("No folder is open"), t("Open a folder, and its changes are reviewed here."), []);
  if (server === "down" || server === "stopped") {
    const details = t("It is started again by itself. What stands here until then would be stale, so nothing does.");
    return only("problem", t("The review is not running"), details, [
      { command: "restartServer", label: t("Restart"), enabled: true, primary: true },
      { command: "showLog", label: t("Show log"), enabled: true, primary: false },
    ]);
  }
  if (!reviews) return only("none", t("The review is starting"), "", []);
  const many = reviews.length > 1;
  const sections = reviews.map((review) => verdictSection(review, many, t));
  if (workspace.trusted) return { kind: "verdict", sections, buttons: [next] };
  const restricted = t("Restricted Mode: rules and settings of this workspace are not used.");
  const [first, ...others] = sections;
  const marked = first ? [{ ...first, details: [restricted, ...first.details] }, ...others] : [];
  return { kind: "verdict", sections: marked, buttons: [next] };
}

function verdictSection(review: FolderReview, named: boolean, t: Translate): VerdictSection {
  if (isVirtual(review)) return { ...(named ? { name: review.folderName } : {}), ...virtualSection(t) };
  const { verdict, changedLines, unseenLines, files, notReviewed, coverage } = review;
  const seen = changedLines - unseenLines;
  const [mark, headline] = headlineOf(review, t);
  const progressText = t("{0} of {1} changed lines reviewed", seen, changedLines);
  const base = t("base: {0}", shortBase(review.baseLabel));
  const details: string[] = [];
  if (hasChange(review)) {
    details.push(commitWord(t, review));
    details.push(
      t("Covered: {0} of {1} changed files, {2} rules.", coverage.filesReviewed, coverage.filesChanged, coverage.rules),
    );
  }
  const passed = review.passedCommits?.length ?? 0;
  if (passed > 0) details.push(`${passedWord(t, passed)}.`);
  const hidden = hiddenFindings(review);
  if (hidden > 0) details.push(t("{0}; the verdict counts all findings.", hiddenWord(t, hidden)));
  const notUseful = notUsefulIn(review).length;
  if (notUseful > 0) details.push(t("{0}; the verdict counts all findings.", notUsefulWord(t, notUseful)));
  if (notReviewed.length > 0) details.push(t("Not reviewed: {0}", notReviewed.length));
  const { failure } = review;
  const state =
    failure !== undefined ? "" : hasChange(review) ? [progressText, filesWord(t, files.length), base].join(" · ") : base;
  return {
    ...(named ? { name: review.folderName } : {}),
    mark,
    headline,
    reasons: failure !== undefined ? [failure] : verdict.blocked ? shortened(review, t) : [],
    ...(changedLines > 0 ? { progress: { label: t("Reviewed"), value: seen, max: changedLines, text: progressText } } : {}),
    state,
    details,
  };
}

/** "HEAD (3f2a1c9)" of "the uncommitted change against HEAD (3f2a1c9)". */
function shortBase(label: string): string {
  return /\bagainst (\S.*)$/.exec(label)?.[1] ?? label;
}

function virtualSection(t: Translate): VerdictSection {
  return {
    mark: "none",
    headline: t("Open documents are reviewed"),
    reasons: [],
    state: t("This folder is on no disk: what is written into its documents is reviewed from when they are opened."),
    details: [],
  };
}

/** The Changes view has them all. */
function shortened({ verdict: { reasons }, files }: FolderReview, t: Translate): string[] {
  const paths = files.map(({ path }) => path);
  const shown = reasons.slice(0, 3).map((reason) => firstSentence(reason, paths));
  return reasons.length > shown.length ? [...shown, t("and {0} more", reasons.length - shown.length)] : shown;
}

function headlineOf(review: FolderReview, t: Translate): [Mark, string] {
  const { verdict, checklist, files } = review;
  if (review.failure !== undefined) return ["problem", t("The change could not be read")];
  const serious = files.flatMap(({ findings }) => findings).filter(isSerious).length;
  const problems = serious > 0 ? serious : checklist.filter(({ state }) => state === "problem").length;
  const people = checklist.filter(({ state }) => state === "needs a person").length;
  if (verdict.blocked) {
    // Blocked without a finding: nothing was looked at, and the server says so.
    const count = serious === 0 ? 0 : verdict.reasons.length;
    if (count === 0) return ["problem", verdict.summary];
    return ["problem", count === 1 ? t("1 problem stands before the commit") : t("{0} problems stand before the commit", count)];
  }
  if (!hasChange(review)) return ["none", review.busy ? t("Reading the change…") : t("Nothing has changed")];
  if (problems > 0) return ["problem", problems === 1 ? t("1 problem in the change") : t("{0} problems in the change", problems)];
  if (people > 0) return ["person", people === 1 ? t("1 question is for you") : t("{0} questions are for you", people)];
  return review.busy ? ["none", t("Reading the change…")] : ["fine", t("Nothing stands before the commit")];
}

/** What the gate blocks by default. */
function isSerious({ severity, confidence }: ViewFinding): boolean {
  return (severity === "critical" || severity === "high") && confidence !== "low";
}

/** @param finding `undefined` while none was chosen. */
export function findingPage(finding: ViewFinding | undefined, t: Translate): FindingPage {
  const blank = {
    kind: "finding" as const,
    removedHeading: t("Removed by the change"),
    pathHeading: t("Path of the data"),
    linksHeading: t("Read more"),
  };
  if (!finding) {
    const empty = t("Choose a finding in the Changes view, and it is explained here.");
    return {
      ...blank,
      empty,
      mark: "none",
      heading: "",
      grades: [],
      facts: [],
      paragraphs: [],
      removed: [],
      path: [],
      links: [],
      buttons: [],
    };
  }
  const noise = noiseNote(t, finding.notUsefulOfRule ?? 0);
  const serious = finding.severity === "critical" || finding.severity === "high";
  return {
    ...blank,
    mark: serious ? "problem" : "person",
    heading: firstSentence(finding.message),
    grades: [
      { name: t("Severity"), value: gradeWord(t, finding.severity) },
      { name: t("Confidence"), value: surenessWords(t, finding) },
    ],
    facts: [
      { name: t("Rule"), value: finding.ruleId },
      ...(noise === "" ? [] : [{ name: t("Usefulness"), value: noise }]),
      ...finding.cwe.map((cwe) => ({ name: "CWE", value: cwe, ...linkOf(cwe) })),
      ...(finding.owasp.length > 0 ? [{ name: "OWASP", value: finding.owasp.join(", ") }] : []),
      { name: t("Place"), value: placeOf(finding.uri, finding.line) },
    ],
    paragraphs: [withoutFirstSentence(finding.message), finding.why].filter((text) => text !== ""),
    removed: (finding.removed ?? []).map(({ line, text }) => `${line + 1}: ${text.trim()}`),
    path: finding.path.map(({ role, note, code, uri, line }) => ({
      role,
      note: noteWords(t, note),
      code: code.trim(),
      place: placeOf(uri, line),
    })),
    links: finding.references.filter((reference) => /^https:\/\/[^\s]+$/.test(reference)),
    buttons: [
      ...(finding.fixTitle === undefined
        ? []
        : [{ command: "fixFinding", label: finding.fixTitle, enabled: true, primary: true }]),
      {
        command: "openFinding",
        label: t("Go to line {0}", finding.line + 1),
        enabled: true,
        primary: finding.fixTitle === undefined,
      },
      { command: "copyPrompt", label: t("Copy a prompt for an agent"), enabled: true, primary: false },
      { command: "ignoreFinding", label: t("Ignore with a reason…"), enabled: true, primary: false },
      { command: "markNotUseful", label: t("Not useful"), enabled: true, primary: false },
    ],
  };
}

function linkOf(cwe: string): { href?: string } {
  const number = /^CWE-(\d+)/.exec(cwe)?.[1];
  return number === undefined ? {} : { href: `https://cwe.mitre.org/data/definitions/${number}.html` };
}

/** "users.ts:41", with the line as people count it. */
function placeOf(uri: string, line: number): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return `${decodeURIComponent(name)}:${line + 1}`;
  } catch {
    return `${name}:${line + 1}`;
  }
}
