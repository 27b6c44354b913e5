/** Answers one item of the checklist by what the rules found and looked at. Pure. */

import type { Finding, NotReviewed } from "../engine/findings/finding.ts";
import type { Rule } from "../engine/rules/rule.ts";
import type { LanguageId } from "../engine/tree/rawTree.ts";
import type { ChangedFile } from "./changedFile.ts";
import type { ChecklistItemId } from "./checklistItems.ts";
import { dependencyFile, isTest } from "./fileKinds.ts";
import { type ItemPolicy, itemPolicies } from "./itemPolicies.ts";
import { count, listOf } from "./plural.ts";
import { type Evidence, type ItemState, severityRank } from "./review.ts";

export interface ItemContext {
  readonly files: readonly ChangedFile[];
  readonly rules: readonly Rule[];
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
  if (open.length > 0) {
    const touched = policy.judge === "topics" ? topicsFor(id, context.files).length : 0;
    const of =
      policy.judge === "topics" && touched >= open.length
        ? ` in ${count(touched, `changed ${policy.one}`, `changed ${policy.many}`)}`
        : "";
    const about = relevantFiles(id, policy, context);
    return { state: "problem", summary: `${count(open.length, "finding")}${of}`, evidence: limited(evidence), about };
  }
  const silenced = all.filter(({ finding }) => finding.suppression);
  if (silenced.length === 0) return undefined;
  return {
    state: "needs a person",
    summary: `${count(silenced.length, "finding is", "findings are")} silenced by a comment: is the reason good?`,
    evidence: limited(silenced.map(({ file, finding }) => findingEvidence(file, finding))),
    about: relevantFiles(id, policy, context),
  };
}

function judgeTopics(id: ChecklistItemId, policy: ItemPolicy & { judge: "topics" }, context: ItemContext): ItemJudgement {
  const { files } = context;
  const about = relevantFiles(id, policy, context);
  const gaps = files.filter(isGap);
  const topics = topicsFor(id, files);
  const evidence = limited([
    ...topics.map(({ file, line }) => ({
      text: clipped(file.hide(file.lines.lineText(line)).trim()),
      path: file.change.path,
      line,
    })),
    ...gaps.map(gapEvidence),
  ]);
  const blind = blindLanguages(id, files, context.rules, topics.length > 0 ? "finding" : "topic");
  const seen = topics.length > 0 ? `${count(topics.length, `changed ${policy.one}`, `changed ${policy.many}`)}` : "";
  if (gaps.length > 0) {
    const summary = `${seen ? `${seen}; ` : ""}not checked: ${listOf(gaps.map(({ change }) => change.path))}`;
    return { state: "needs a person", summary, evidence, about };
  }
  if (topics.length > 0) {
    if (policy.clean !== undefined && blind.length === 0)
      return {
        state: "looks fine",
        summary: `${seen}, ${topics.length === 1 ? policy.clean.replace(/^all |^none /, one) : policy.clean}`,
        evidence,
        about,
      };
    return { state: "needs a person", summary: `${seen}: ${policy.ask}`, evidence, about };
  }
  if (blind.length > 0) {
    const summary = `not checked: no rule recognizes ${policy.many} in ${listOf(blind.map(nameOf))}`;
    return { state: "needs a person", summary, evidence, about };
  }
  return untouched(files);
}

function one(word: string): string {
  return word === "none " ? "not " : "";
}

function judgeText(id: ChecklistItemId, { files, rules }: ItemContext): ItemJudgement {
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
    const summary = `not checked: ${listOf(missed.map(({ change }) => change.path))}`;
    return { state: "needs a person", summary, evidence: limited(missed.map(gapEvidence)), about };
  }
  const read = files.filter((file) => file.reviewed && file.change.status !== "deleted");
  if (read.length === 0) return untouched(files);
  const used = looking.filter((rule) => read.some((file) => looksAt(rule, file.language))).length;
  const lower =
    id === "no-high-findings" ? files.flatMap((file) => file.introduced).filter((finding) => !finding.suppression).length : 0;
  const rest = lower > 0 ? `; ${count(lower, "lower finding")}` : "";
  return {
    state: "looks fine",
    summary: `${count(used, "rule")} looked at ${count(read.length, "changed file")}${rest}`,
    evidence: [],
    about,
  };
}

function judgeDependencies(policy: ItemPolicy & { judge: "dependencies" }, { files }: ItemContext): ItemJudgement {
  const about = files.filter(({ change }) => {
    const known = dependencyFile(change.path) ?? (change.basePath === undefined ? undefined : dependencyFile(change.basePath));
    return known && policy.kinds.includes(known.kind);
  });
  if (about.length === 0) return untouched(files);
  const evidence = about.map(({ change }) => ({
    text: change.status === "deleted" ? "deleted" : "changed; packages are not checked",
    path: change.path,
    line: change.hunks[0]?.current.start ?? 0,
  }));
  const summary = `not checked: ${listOf(about.map(({ change }) => change.path))} changed`;
  return { state: "needs a person", summary, evidence: limited(evidence), about };
}

/** Security-relevant is what any item's rules recognize, or what could not be looked at. */
function judgeTests({ files, rules }: ItemContext): ItemJudgement {
  const code = files.filter(({ change }) => !isTest(change.path));
  const relevant = code.filter(
    (file) => file.topics.length > 0 || file.introduced.length > 0 || (isGap(file) && file.change.status !== "deleted"),
  );
  const blind = [...new Set(code.flatMap(({ language }) => (language ? [language] : [])))].filter(
    (language) => !rules.some((rule) => rule.kind === "topic" && rule.languages.includes(language)),
  );
  const tests = files.filter(({ change }) => isTest(change.path));
  const gone = tests.filter(({ change }) => change.status === "deleted");
  if (relevant.length === 0 && blind.length === 0 && gone.length === 0) return untouched(files);
  const kept = tests.length - gone.length;
  const evidence = limited(
    [...tests, ...relevant].map(({ change }) => ({
      text: change.status === "deleted" ? "deleted" : isTest(change.path) ? "changed test" : "security-relevant change",
      path: change.path,
      line: change.hunks[0]?.current.start ?? 0,
    })),
  );
  const about = [...new Set([...relevant, ...tests])];
  const deleted = gone.length > 0 ? `${count(gone.length, "test file")} deleted; ` : "";
  if (relevant.length === 0 && gone.length === 0)
    return {
      state: "needs a person",
      summary: `not checked: no rule recognizes security-relevant code in ${listOf(blind.map(nameOf))}`,
      evidence,
      about: files,
    };
  const changed =
    kept > 0
      ? `${count(kept, "test file")} changed: are the edges of ${
          listOf(
            relevant.map(({ change }) => change.path),
            2,
          ) || "the change"
        } covered?`
      : `security-relevant code changed in ${count(relevant.length, "file")}, and no test did`;
  const question = relevant.length > 0 || kept > 0 ? changed : "is what they covered still tested?";
  return { state: "needs a person", summary: `${deleted}${question}`, evidence, about };
}

function judgePerson({ files }: ItemContext): ItemJudgement {
  if (files.length === 0) return untouched(files);
  return { state: "needs a person", summary: `${count(files.length, "changed file")} to read`, evidence: [], about: files };
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

function gapEvidence(file: ChangedFile): Evidence {
  const gap: NotReviewed | undefined = file.gaps[0];
  return { text: gap ? gap.detail : "no rule looks at this kind of file", path: file.change.path };
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
