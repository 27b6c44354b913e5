/** One folder's review in the shape that the views show. */

import type { ChangeSet, FileChange, LineRange } from "../changes/change.ts";
import { countChangedLines } from "../changes/changedLines.ts";
import type { FileAnalysis, Finding, NotReviewed } from "../engine/findings/finding.ts";
import { hideSecrets, secretRules } from "../engine/findings/hideSecrets.ts";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import { contentHash } from "../host/reviewChange.ts";
import type { FolderReview, ViewFile, ViewItem } from "../protocol.ts";
import { buildReview } from "../review/buildReview.ts";
import { noAnalysis } from "../review/changedFile.ts";
import type { ChecklistItem, Review, ReviewedFile, StoredAnswer } from "../review/review.ts";
import type { Translate } from "../review/translate.ts";
import type { CacheSide } from "./analysisCache.ts";
import { viewFinding } from "./viewFinding.ts";
import { viewHunks } from "./viewHunks.ts";

export interface FolderState {
  readonly folder: { readonly uri: string; readonly name: string };
  /** The working tree as the editor shows it. */
  readonly working: ChangeSet;
  /** What the gate would judge; `undefined` without git. */
  readonly staged: ChangeSet | undefined;
  readonly rules: readonly Rule[];
  readonly ruleProblems: readonly RuleProblem[];
  readonly disabledRules: ReadonlySet<string>;
  /** Marked so by a person. */
  isNotUseful(finding: Finding): boolean;
  /** How many findings of this rule are. */
  notUsefulOfRule(ruleId: string): number;
  readonly t: Translate;
  readonly answers: readonly StoredAnswer[];
  readonly unseen: ReadonlyMap<string, readonly LineRange[]>;
  readonly milliseconds: number;
  readonly busy: boolean;
  readonly gateInstalled: boolean | undefined;
  readonly passedCommits: FolderReview["passedCommits"];
  readonly failure: string | undefined;
  analysisOf(path: string, text: string, side?: CacheSide): FileAnalysis | undefined;
  uriOf(path: string): string;
  fixTitleOf(finding: Finding): string | undefined;
}

export interface FolderReviews {
  readonly working: Review;
  readonly view: FolderReview;
}

/** Pure but for the hash. The verdict is of the staged change, because that is what a commit would hold. */
export function viewFolder(state: FolderState): FolderReviews {
  const working = reviewOf(state, state.working);
  const changes = new Map(state.working.files.map((file) => [file.path, file]));
  const files = working.files.map((file) => viewFile(state, file, changes.get(file.path)));
  const view: FolderReview = {
    folderUri: state.folder.uri,
    folderName: state.folder.name,
    baseLabel: working.base.label,
    baseKind: working.base.kind,
    ...(state.gateInstalled === undefined ? {} : { gateInstalled: state.gateInstalled }),
    ...(state.passedCommits?.length ? { passedCommits: state.passedCommits } : {}),
    verdict: verdictOf(state, working),
    changedLines: files.reduce((sum, file) => sum + file.changedLines, 0),
    unseenLines: files.reduce((sum, file) => sum + file.unseenLines, 0),
    files,
    checklist: working.checklist.map((item) => viewItem(state, item)),
    coverage: working.coverage,
    notReviewed: working.notReviewed.map((one) => viewNotReviewed(one, state.t)),
    ...(state.failure === undefined ? {} : { failure: state.failure }),
    busy: state.busy,
  };
  return { working, view };
}

/** What has no analysis here will have one in a moment: one that failed says why. */
function viewNotReviewed({ path = "", reason, detail }: NotReviewed, t: Translate): FolderReview["notReviewed"][number] {
  return detail === noAnalysis
    ? { path, reason: "being analysed", detail: t("It is being analysed.") }
    : { path, reason, detail };
}

function reviewOf(state: FolderState, change: ChangeSet): Review {
  const current = new Map<string, FileAnalysis>();
  const base = new Map<string, FileAnalysis>();
  const put = (map: Map<string, FileAnalysis>, path: string, text: string | undefined, side: CacheSide): void => {
    const analysis = text === undefined ? undefined : state.analysisOf(path, text, side);
    if (analysis) map.set(path, analysis);
  };
  for (const file of change.files) {
    put(current, file.path, file.text, "current");
    put(base, file.basePath ?? file.path, file.baseText, "base");
  }
  const { rules, ruleProblems, answers, milliseconds, t } = state;
  return buildReview({ change, current, base, rules, ruleProblems, answers, milliseconds, hash: contentHash, t });
}

function verdictOf(state: FolderState, working: Review): FolderReview["verdict"] {
  const { t } = state;
  if (!state.staged) return working.verdict;
  if (state.staged.files.length === 0) return { blocked: false, summary: t("nothing is staged"), reasons: [] };
  return reviewOf(state, state.staged).verdict;
}

function viewFile(state: FolderState, file: ReviewedFile, change: FileChange | undefined): ViewFile {
  const uri = state.uriOf(file.path);
  const unseen = state.unseen.get(file.path) ?? [];
  const text = hiddenText(state, file.path, change?.text ?? "");
  const open = file.introduced.filter((finding) => !finding.suppression);
  const enabled = open.filter((finding) => !state.disabledRules.has(finding.ruleId));
  const viewed = (isNotUseful: boolean) =>
    enabled
      .filter((finding) => state.isNotUseful(finding) === isNotUseful)
      .map((finding) => ({
        ...viewFinding(finding, uri, text, state.fixTitleOf(finding)),
        notUsefulOfRule: state.notUsefulOfRule(finding.ruleId),
      }));
  return {
    uri,
    path: file.path,
    status: file.status,
    changedLines: countChangedLines(file.hunks),
    unseenLines: unseen.reduce((sum, { start, end }) => sum + end - start, 0),
    reviewed: file.reviewed,
    hiddenFindings: open.length - enabled.length,
    findings: viewed(false),
    notUseful: viewed(true),
    hunks: viewHunks(text, file.hunks, unseen, state.t),
  };
}

/** Of the same length, without what a rule found to be a secret. */
function hiddenText(state: FolderState, path: string, text: string): string {
  const findings = state.analysisOf(path, text)?.findings ?? [];
  return findings.length === 0 ? text : hideSecrets(text, findings, secretRules(state.rules))(text);
}

function viewItem(state: FolderState, item: ChecklistItem): ViewItem {
  return {
    id: item.id,
    title: item.title,
    state: item.state,
    summary: item.summary,
    evidence: item.evidence.map(({ text, path, line, fingerprint }) => ({
      text,
      ...(path === undefined ? {} : { uri: state.uriOf(path) }),
      ...(line === undefined ? {} : { line }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
    })),
    ...(item.answer
      ? { answer: { answer: item.answer.answer, note: item.answer.note, by: item.answer.by, at: item.answer.at } }
      : {}),
  };
}
