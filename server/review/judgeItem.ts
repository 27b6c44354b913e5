/** Answers one item of the checklist by what the rules found and looked at. Pure. */

import type { FileChange } from "../changes/change.ts";
import type { Finding, NotReviewed } from "../engine/findings/finding.ts";
import type { Rule } from "../engine/rules/rule.ts";
import type { LanguageId } from "../engine/tree/rawTree.ts";
import type { ChangedFile } from "./changedFile.ts";
import type { ChecklistItemId } from "./checklistItems.ts";
import { dependencyFile, isTest } from "./fileKinds.ts";
import { type ItemPolicy, itemPolicies } from "./itemPolicies.ts";
import { type Evidence, type ItemState, severityRank } from "./review.ts";
import { listOf, type Translate } from "./translate.ts";

export interface ItemContext {
  readonly files: readonly ChangedFile[];
  readonly rules: readonly Rule[];
  readonly t: Translate;
}

export interface ItemJudgement {
  readonly state: ItemState;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  /** What the item speaks of; an answer is bound to their content. */
  readonly about: readonly ChangedFile[];
}

/** Evidence beyond this many places is counted in the summary only. */
const maxEvidence = 100;

/** Never fine only because no rule looked: without a rule for the language of a changed file, a person decides. */
export function judgeItem(id: ChecklistItemId, context: ItemContext): ItemJudgement {
  const policy = itemPolicies[id];
  if (policy.judge === "person") return judgePerson(context);
  if (context.files.length === 0) return untouched(context.files);
  const problem = judgeProblems(id, policy, context);
  if (problem) return problem;
  switch (policy.judge) {
    case "topics":
      return judgeTopics(id, policy, context);
    case "text":
      return judgeText(id, context);
    case "dependencies":
      return judgeDependencies(policy, context);
    case "tests":
      return judgeTests(context);
  }
}

/** Findings that speak to the item; for "no-high-findings" those of that severity. */
function findingsFor(id: ChecklistItemId, file: ChangedFile): Finding[] {
  return file.introduced.filter((finding) =>
    id === "no-high-findings" ? severityRank[finding.severity] >= severityRank.high : finding.metadata.checklist.includes(id),
  );
}

function judgeProblems(id: ChecklistItemId, policy: ItemPolicy, context: ItemContext): ItemJudgement | undefined {
  const all = context.files.flatMap((file) => findingsFor(id, file).map((finding) => ({ file, finding })));
  const open = all.filter(({ finding }) => !finding.suppression);
  const evidence = open.map(({ file, finding }) => findingEvidence(file, finding));
  const { t } = context;
  if (open.length > 0) {
    const touched = policy.judge === "topics" ? topicsFor(id, context.files).length : 0;
    const found = open.length === 1 ? t("1 finding") : t("{0} findings", open.length);
    const summary =
      policy.judge === "topics" && touched >= open.length ? t("{0} in {1}", found, policy.changed(t, touched)) : found;
    const about = relevantFiles(id, policy, context);
    // What is of little weight and not sure is a question, and no answer.
    const sure = open.some(({ finding }) => finding.severity !== "low" || finding.confidence !== "low");
    return { state: sure ? "problem" : "needs a person", summary, evidence: limited(evidence), about };
  }
  const silenced = all.filter(({ finding }) => finding.suppression);
  if (silenced.length === 0) return undefined;
  return {
    state: "needs a person",
    summary:
      silenced.length === 1
        ? t("1 finding is silenced by a comment: is the reason good?")
        : t("{0} findings are silenced by a comment: is the reason good?", silenced.length),
    evidence: limited(silenced.map(({ file, finding }) => findingEvidence(file, finding))),
    about: relevantFiles(id, policy, context),
  };
}

function judgeTopics(id: ChecklistItemId, policy: ItemPolicy & { judge: "topics" }, context: ItemContext): ItemJudgement {
  const { files, t } = context;
  const about = relevantFiles(id, policy, context);
  const gaps = files.filter(isGap);
  const topics = topicsFor(id, files);
  const evidence = limited([
    ...topics.map(({ file, line }) => ({
      text: clipped(file.hide(file.lines.lineText(line)).trim()),
      path: file.change.path,
      line,
    })),
    ...gaps.map((file) => gapEvidence(file, t)),
  ]);
  const blind = blindLanguages(id, files, context.rules, topics.length > 0 ? "finding" : "topic");
  const seen = topics.length > 0 ? policy.changed(t, topics.length) : "";
  if (gaps.length > 0) {
    const missed = t("not checked: {0}", listOf(t, namesOf(gaps)));
    const summary = seen ? `${seen}; ${missed}` : missed;
    return { state: "needs a person", summary, evidence, about };
  }
  if (topics.length > 0) {
    if (policy.clean !== undefined && blind.length === 0)
      return {
        state: "looks fine",
        summary: `${seen}, ${policy.clean(t, topics.length)}`,
        evidence,
        about,
      };
    return { state: "needs a person", summary: `${seen}: ${policy.ask(t)}`, evidence, about };
  }
  if (blind.length > 0) {
    const summary = policy.blind(t, listOf(t, blind.map(nameOf)));
    return { state: "needs a person", summary, evidence, about };
  }
  return untouched(files);
}

function judgeText(id: ChecklistItemId, { files, rules, t }: ItemContext): ItemJudgement {
  const gaps = files.filter(isGap);
  const looking = rules.filter(
    (rule) => rule.kind === "finding" && (id === "no-high-findings" || rule.metadata.checklist.includes(id)),
  );
  const blind = files.filter(
    (file) => file.change.status !== "deleted" && file.change.text && !looking.some((rule) => looksAt(rule, file.language)),
  );
  const missed = [...new Set([...gaps, ...blind])];
  const about = files;
  if (missed.length > 0) {
    const summary = t("not checked: {0}", listOf(t, namesOf(missed)));
    return { state: "needs a person", summary, evidence: limited(missed.map((file) => gapEvidence(file, t))), about };
  }
  const read = files.filter((file) => file.reviewed && file.change.status !== "deleted");
  if (read.length === 0) return untouched(files);
  const used = looking.filter((rule) => read.some((file) => looksAt(rule, file.language))).length;
  const lower =
    id === "no-high-findings" ? files.flatMap((file) => file.introduced).filter((finding) => !finding.suppression).length : 0;
  const ruleWords = used === 1 ? t("1 rule") : t("{0} rules", used);
  const texts = read.length === 1 ? t("1 changed file") : t("{0} changed files", read.length);
  const rest = lower === 0 ? "" : `; ${lower === 1 ? t("1 lower finding") : t("{0} lower findings", lower)}`;
  return {
    state: "looks fine",
    summary: `${t("{0} looked at {1}", ruleWords, texts)}${rest}`,
    evidence: [],
    about,
  };
}

function judgeDependencies(policy: ItemPolicy & { judge: "dependencies" }, { files, t }: ItemContext): ItemJudgement {
  const about = files.filter(({ change }) => {
    const known = dependencyFile(change.path) ?? (change.basePath === undefined ? undefined : dependencyFile(change.basePath));
    return known && policy.kinds.includes(known.kind);
  });
  if (about.length === 0) return untouched(files);
  const evidence = about.map(({ change }) => ({
    text: change.status === "deleted" ? t("deleted") : t("changed; packages are not checked"),
    path: change.path,
    line: change.hunks[0]?.current.start ?? 0,
  }));
  const summary = t("not checked: {0} changed", listOf(t, namesOf(about)));
  return { state: "needs a person", summary, evidence: limited(evidence), about };
}

/** Security-relevant is what any item's rules recognize, or what could not be looked at. */
function judgeTests({ files, rules, t }: ItemContext): ItemJudgement {
  const code = files.filter(({ change }) => !isTest(change.path));
  const known = code.filter((file) => file.topics.length > 0 || file.introduced.length > 0);
  const unseen = code.filter((file) => !known.includes(file) && isGap(file) && file.change.status !== "deleted");
  const relevant = [...known, ...unseen];
  const blind = [...new Set(code.flatMap(({ language }) => (language ? [language] : [])))].filter(
    (language) => !rules.some((rule) => rule.kind === "topic" && rule.languages.includes(language)),
  );
  const tests = files.filter(({ change }) => isTest(change.path));
  const gone = tests.filter(({ change }) => change.status === "deleted");
  if (relevant.length === 0 && blind.length === 0 && gone.length === 0) return untouched(files);
  const kept = tests.length - gone.length;
  const named = (path: string): boolean => tests.some(({ change }) => change.text?.includes(moduleName(path)));
  const whatOf = ({ status, path }: FileChange): string => {
    if (status === "deleted") return t("deleted");
    if (isTest(path)) return t("changed test");
    return named(path) ? t("security-relevant change") : t("security-relevant change; no changed test names it");
  };
  const evidence = limited(
    [...tests, ...relevant].map((file) => {
      const { change } = file;
      if (unseen.includes(file)) return gapEvidence(file, t);
      return { text: whatOf(change), path: change.path, line: change.hunks[0]?.current.start ?? 0 };
    }),
  );
  const about = [...new Set([...relevant, ...tests])];
  const deleted =
    gone.length === 0 ? "" : `${gone.length === 1 ? t("1 test file deleted") : t("{0} test files deleted", gone.length)}; `;
  if (relevant.length === 0 && gone.length === 0)
    return {
      state: "needs a person",
      summary: t("not checked: no rule recognizes security-relevant code in {0}", listOf(t, blind.map(nameOf))),
      evidence,
      about: files,
    };
  const missed = t("not checked: {0}", listOf(t, namesOf(unseen)));
  if (known.length === 0 && tests.length === 0) return { state: "needs a person", summary: missed, evidence, about };
  const edges = listOf(t, namesOf(known), 2) || t("the change");
  const question =
    known.length === 0 && kept === 0
      ? t("is what they covered still tested?")
      : kept === 1
        ? t("1 test file changed: are the edges of {0} covered?", edges)
        : kept > 0
          ? t("{0} test files changed: are the edges of {1} covered?", kept, edges)
          : known.length === 1
            ? t("security-relevant code changed in 1 file, and no test did")
            : t("security-relevant code changed in {0} files, and no test did", known.length);
  const rest = unseen.length === 0 ? "" : `; ${missed}`;
  return { state: "needs a person", summary: `${deleted}${question}${rest}`, evidence, about };
}

/** By what its tests import it: `orders` of `src/orders.ts`, `shop` of `shop/index.js`. */
function moduleName(path: string): string {
  const parts = path.replace(/\.[a-z]+$/i, "").split("/");
  const last = parts.pop() ?? path;
  return /^(?:index|__init__)$/.test(last) ? (parts.pop() ?? last) : last;
}

function judgePerson({ files, t }: ItemContext): ItemJudgement {
  if (files.length === 0) return untouched(files);
  return {
    state: "needs a person",
    summary: files.length === 1 ? t("1 changed file to read") : t("{0} changed files to read", files.length),
    evidence: [],
    about: files,
  };
}

function untouched(files: readonly ChangedFile[]): ItemJudgement {
  return { state: "not touched", summary: "", evidence: [], about: files };
}

function relevantFiles(id: ChecklistItemId, policy: ItemPolicy, { files }: ItemContext): readonly ChangedFile[] {
  if (policy.judge !== "topics") return files;
  const about = files.filter(
    (file) => isGap(file) || findingsFor(id, file).length > 0 || file.topics.some(({ checklist }) => checklist.includes(id)),
  );
  return about.length > 0 ? about : files;
}

function topicsFor(id: ChecklistItemId, files: readonly ChangedFile[]): { file: ChangedFile; line: number }[] {
  return files.flatMap((file) => {
    // Two rules may recognize the same line: it is one place to look at.
    const lines = new Set(
      file.topics.filter(({ checklist }) => checklist.includes(id)).map(({ span }) => file.lines.positionAt(span.start).line),
    );
    return [...lines].sort((a, b) => a - b).map((line) => ({ file, line }));
  });
}

/** Languages of changed code files for which no rule of the kind speaks to the item. */
function blindLanguages(
  id: ChecklistItemId,
  files: readonly ChangedFile[],
  rules: readonly Rule[],
  kind: Rule["kind"],
): LanguageId[] {
  const speaking = rules.filter((rule) => rule.kind === kind && rule.metadata.checklist.includes(id));
  const concerned = files.filter(
    (file) =>
      file.change.status !== "deleted" && (kind === "topic" || file.topics.some(({ checklist }) => checklist.includes(id))),
  );
  const languages = new Set(concerned.flatMap(({ language }) => (language ? [language] : [])));
  return [...languages].filter((language) => !speaking.some((rule) => rule.languages.includes(language)));
}

const languageNames: Readonly<Record<LanguageId, string>> = {
  javascript: "JavaScript",
  typescript: "TypeScript",
  tsx: "TypeScript with JSX",
  python: "Python",
};

function nameOf(language: LanguageId): string {
  return languageNames[language];
}

function looksAt(rule: Rule, language: LanguageId | undefined): boolean {
  return rule.anyText !== undefined || (language !== undefined && rule.languages.includes(language));
}

function isGap(file: ChangedFile): boolean {
  return file.gaps.length > 0;
}

function namesOf(files: readonly ChangedFile[]): string[] {
  return files.map(({ change }) => change.path);
}

function gapEvidence(file: ChangedFile, t: Translate): Evidence {
  const gap: NotReviewed | undefined = file.gaps[0];
  return { text: gap ? gap.detail : t("no rule looks at this kind of file"), path: file.change.path };
}

function findingEvidence(file: ChangedFile, finding: Finding): Evidence {
  return {
    text: finding.message,
    path: file.change.path,
    line: file.lines.positionAt(finding.span.start).line,
    fingerprint: finding.fingerprint,
  };
}

/** A line may be a whole bundle. */
function clipped(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

function limited(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.slice(0, maxEvidence);
}
