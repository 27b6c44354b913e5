/** The one entry: a change and the analyses of its texts to the review that every door shows. Pure. */

import type { ChangeSet, FileChange } from "../changes/change.ts";
import { compareAnalyses } from "../changes/compareAnalyses.ts";
import type { FileAnalysis, Finding, NotReviewed } from "../engine/findings/finding.ts";
import { secretRules } from "../engine/findings/hideSecrets.ts";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import { type ChangedFile, describeChangedFile, hasContent, noAnalysis } from "./changedFile.ts";
import { checklistItems } from "./checklistItems.ts";
import { contentOf, type HashText } from "./contentOf.ts";
import { type ItemJudgement, judgeItem } from "./judgeItem.ts";
import { type ChecklistItem, type Coverage, type Review, type ReviewedFile, type StoredAnswer, severityRank } from "./review.ts";
import { type Translate, untranslated } from "./translate.ts";
import { blocks, judgeChange } from "./verdict.ts";

export interface ReviewInput {
  readonly change: ChangeSet;
  /** Analyses of the current texts by path. A file that is not in it counts as not reviewed. */
  readonly current: ReadonlyMap<string, FileAnalysis>;
  /** Analyses of the base texts by path in the base (`basePath` of a renamed file). Deleted files are looked at here. */
  readonly base: ReadonlyMap<string, FileAnalysis>;
  /** The rules that ran, topic rules among them. */
  readonly rules: readonly Rule[];
  /** Rules that were asked for and could not run. */
  readonly ruleProblems: readonly RuleProblem[];
  /** Persons' answers, oldest first; those given for other content are not used. */
  readonly answers: readonly StoredAnswer[];
  /** How long reading and analysing took. */
  readonly milliseconds: number;
  readonly hash: HashText;
  /** Default: English. What rules say, and why something was not reviewed, stays as it is. */
  readonly t?: Translate;
}

/** @returns Files most dangerous first, the fifteen items in their order, everything that was not reviewed. Never throws. */
export function buildReview(input: ReviewInput): Review {
  const files = describeFiles(input);
  const coverage = cover(files, input);
  const ordered = [...files].sort(byDanger);
  const notReviewed = collectNotReviewed(input);
  const t = input.t ?? untranslated;
  const subject = {
    introduced: ordered.flatMap((file) =>
      mostSevereFirst(file.introduced).map((finding) => ({
        path: file.change.path,
        line: file.lines.positionAt(finding.span.start).line,
        finding,
      })),
    ),
    coverage,
    filesWithContent: files.filter(hasContent).length,
    notReviewed,
  };
  const verdict = judgeChange(subject, t);
  return {
    root: input.change.root,
    base: input.change.base,
    files: ordered.map(toReviewedFile),
    checklist: checklistItems.map(({ id, title }) => ({
      id,
      title,
      ...answerItem(id, judgeItem(id, { files, rules: input.rules, t }), input),
    })),
    verdict,
    coverage,
    notReviewed,
  };
}

/** A rule that cannot be used, as an entry of what was not reviewed. */
export function ruleNotRun(problem: RuleProblem): NotReviewed {
  const { file, line, column } = problem.place;
  return {
    path: file,
    reason: problem.kind === "error" ? "rule error" : "rule unsupported",
    detail: `${problem.ruleId ? `Rule ${problem.ruleId}` : "A rule"} ${problem.kind === "partly" ? "was run in part" : "was not run"}: ${problem.message} (line ${line + 1}, column ${column + 1}).`,
    ...(problem.ruleId ? { ruleId: problem.ruleId } : {}),
  };
}

/** The rules without those that a problem keeps from running; a second rule with the id of another leaves that one as it is. */
export function rulesThatRan(rules: readonly Rule[], problems: readonly RuleProblem[]): Rule[] {
  const broken = new Set(problems.filter(({ key, kind }) => key !== "id" && kind !== "partly").map(({ ruleId }) => ruleId));
  return rules.filter(({ id }) => !broken.has(id));
}

/** How many of the rules look at files of these languages, or at any text. */
export function countRules(
  rules: readonly Rule[],
  paths: readonly string[],
  languageOf: (path: string) => string | undefined,
): number {
  const languages = new Set(paths.map(languageOf));
  return paths.length === 0
    ? 0
    : rules.filter((rule) => rule.anyText || rule.languages.some((language) => languages.has(language))).length;
}

function describeFiles({ change, current, base, rules }: ReviewInput): ChangedFile[] {
  const holdsSecret = secretRules(rules);
  const marked = compareAnalyses(
    change.files.map((file) => ({
      change: file,
      current: file.status === "deleted" ? undefined : current.get(file.path),
      base: base.get(file.basePath ?? file.path),
    })),
  );
  return change.files.flatMap((file, index) => {
    const found = marked[index] ?? { introduced: [], existing: [] };
    // What imports a changed file is told only where the change did something to it.
    if (file.status === "unchanged" && found.introduced.length === 0) return [];
    return [describeChangedFile(file, analysisOf(file, current, base), found, holdsSecret)];
  });
}

function analysisOf(file: FileChange, current: ReviewInput["current"], base: ReviewInput["base"]): FileAnalysis | undefined {
  return file.status === "deleted" ? base.get(file.basePath ?? file.path) : current.get(file.path);
}

function answerItem(
  id: string,
  judged: ItemJudgement,
  { answers, hash, t = untranslated }: ReviewInput,
): Omit<ChecklistItem, "id" | "title"> {
  const { state, summary, evidence, about } = judged;
  const content = contentOf(
    about.map(({ change }) => change),
    hash,
  );
  const given = answers.filter(({ item }) => item === id);
  const answer = given.findLast((candidate) => candidate.content === content);
  const stale = answer ? undefined : given.at(-1);
  const note = answer?.note ? ` (${answer.note})` : "";
  const word = answer?.answer === "problem" ? t("problem") : t("fine");
  const said = answer ? `${t("{0} answered: {1}", answer.by, word)}${note}` : "";
  const old = stale ? t("{0}'s answer was for other content", stale.by) : "";
  return {
    // What a rule found stays a problem, whoever says otherwise: it is fixed or silenced at its line.
    state: answer?.answer === "problem" ? "problem" : answer && state === "needs a person" ? "looks fine" : state,
    summary: [summary, said || old].filter(Boolean).join("; "),
    evidence,
    content,
    ...(answer ? { answer } : {}),
    ...(stale ? { staleAnswer: stale } : {}),
  };
}

function cover(all: readonly ChangedFile[], input: ReviewInput): Coverage {
  const files = all.filter(({ change }) => change.status !== "unchanged");
  const looked = files.flatMap(({ change }) => {
    const analysis = analysisOf(change, input.current, input.base);
    return analysis?.reviewed ? [{ change, analysis }] : [];
  });
  const languages = new Map(files.map(({ change, language }) => [change.path, language]));
  return {
    filesChanged: files.length,
    filesReviewed: looked.length,
    lines: looked.reduce((sum, { analysis }) => sum + analysis.lines, 0),
    bytes: looked.reduce((sum, { analysis }) => sum + analysis.bytes, 0),
    rules: countRules(
      rulesThatRan(input.rules, input.ruleProblems),
      looked.map(({ change }) => change.path),
      (path) => languages.get(path),
    ),
    milliseconds: input.milliseconds,
  };
}

function collectNotReviewed({ change, current, base, ruleProblems }: ReviewInput): NotReviewed[] {
  const listed = new Set(change.notReviewed.map(({ path, reason }) => `${reason}\0${path}`));
  const ofFiles = change.files.flatMap((file): readonly NotReviewed[] => {
    if (file.unread) return listed.has(`${file.unread.reason}\0${file.path}`) ? [] : [{ ...file.unread, path: file.path }];
    const analysis = analysisOf(file, current, base);
    if (analysis) return withUnlooked(analysis);
    if (file.status === "deleted" && !file.baseText) return [];
    return [{ path: file.path, reason: "not checked", detail: noAnalysis }];
  });
  return [...change.notReviewed, ...ofFiles, ...ruleProblems.map(ruleNotRun)];
}

/** A text that no rule is made for is named like everything else that was not looked at. */
export function withUnlooked(analysis: FileAnalysis): readonly NotReviewed[] {
  if (analysis.reviewed || analysis.notReviewed.length > 0 || analysis.bytes === 0) return analysis.notReviewed;
  return [{ path: analysis.path, reason: "not checked", detail: "No rule looks at this kind of file." }];
}

function toReviewedFile(file: ChangedFile): ReviewedFile {
  const { change, changedLines, introduced, existing, reviewed } = file;
  return {
    path: change.path,
    status: change.status,
    hunks: change.hunks,
    changedLines,
    introduced: mostSevereFirst(introduced),
    existing,
    reviewed,
  };
}

/** By severity, then by place. */
function mostSevereFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => severityRank[b.severity] - severityRank[a.severity] || a.span.start - b.span.start);
}

/** Blocking findings, then severity, then number, then what was not looked at, then what rules recognized, then size, then name. */
function byDanger(a: ChangedFile, b: ChangedFile): number {
  const [x, y] = [dangerOf(a), dangerOf(b)];
  for (const [index, value] of x.entries()) {
    const other = y[index] ?? 0;
    if (value !== other) return other - value;
  }
  return a.change.path < b.change.path ? -1 : 1;
}

function dangerOf(file: ChangedFile): number[] {
  const open = file.introduced.filter(({ suppression }) => !suppression);
  const worst = Math.max(0, ...open.map(({ severity }) => severityRank[severity]));
  const atWorst = open.filter(({ severity }) => severityRank[severity] === worst).length;
  return [
    open.filter(blocks).length > 0 ? 1 : 0,
    worst,
    atWorst,
    open.length,
    file.gaps.length > 0 ? 1 : 0,
    file.topics.length,
    file.changedLines,
  ];
}
