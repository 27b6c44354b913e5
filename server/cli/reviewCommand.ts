/** `linewarden review`: what a change introduced, with its checklist. */

import path from "node:path";
import type { ChangeSet } from "../changes/change.ts";
import { hideSecretsIn } from "../engine/findings/hideSecrets.ts";
import { findRepository } from "../host/git.ts";
import { type ChangeRequest, readChangeSet } from "../host/readChange.ts";
import { importsOf, reviewChange } from "../host/reviewChange.ts";
import { warmUpRules } from "../host/ruleFiles.ts";
import { UsageError } from "../host/userError.ts";
import { count } from "../review/plural.ts";
import type { Review, StoredAnswer } from "../review/review.ts";
import { answersIn } from "../store/answers.ts";
import { readJournal } from "../store/journal.ts";
import { findRecordFolder } from "../store/recordFolder.ts";
import type { Command, Invocation } from "./command.ts";
import { exitStatusOf } from "./exitStatusOf.ts";
import { fixOptions, offerFixes } from "./offerFixes.ts";
import type { Report } from "./output/report.ts";
import { writeReport } from "./output/writeReport.ts";
import { programNameIn } from "./programName.ts";
import { type ReviewSession, withReviewSession } from "./session.ts";

/** Fixes tried without being asked for. */
const fixesByDefault = 100;

export const reviewCommand: Command = {
  usage: ["review [DIR] [--base REF | --staged]"],
  description: [
    "Prints what a change introduced, the fifteen items of the review checklist and what was covered.",
    "The change is the working tree with untracked files against HEAD. Writes nothing into the repository.",
  ].join("\n"),
  options: [
    {
      name: "base",
      type: "string",
      value: "REF",
      help: "compare with a commit, with `merge-base` (where the branch left the main branch), or `auto`: what is uncommitted, else the branch, else the last commit",
    },
    { name: "staged", type: "boolean", help: "the staged change against HEAD: what the gate judges" },
    { name: "checklist", type: "boolean", help: "all items of the checklist with their evidence" },
    ...fixOptions,
    { name: "all", type: "boolean", help: "name everything that was not reviewed" },
    { name: "no-suppressed", type: "boolean", help: "SARIF: leave out silenced findings, which GitHub would show" },
  ],
  examples: [
    ["linewarden review", "the uncommitted change"],
    ["linewarden review --staged --checklist", "before a commit, with the whole checklist"],
    ["linewarden review --base merge-base --format sarif --output linewarden.sarif", "a branch, in CI"],
  ],
  run: runReview,
};

async function runReview(invocation: Invocation): Promise<number> {
  const began = performance.now();
  const { positionals, io, common } = invocation;
  if (positionals.length > 1) throw new UsageError(`review takes one folder, not ${positionals.length}.`);
  const folder = path.resolve(io.cwd, positionals[0] ?? ".");
  const request = changeRequest(invocation.flags);
  if (!common.quiet) io.progress("Reading the change");
  const reading = Promise.all([readChangeSet(folder, request), readAnswers(folder)]);
  // While git is at work.
  if (common.defaultRules) warmUpRules();
  const [change, answers] = await reading;
  return withReviewSession(invocation, change.root, async (session) => {
    const review = await reviewChange({
      change,
      ...session,
      answers,
      now: () => performance.now(),
      began,
      onProgress: (done, total) => {
        if (!common.quiet) io.progress(`Reviewing: ${done} of ${count(total, "file")}`);
      },
    });
    const report = await reportOf("review", change, review, session, invocation);
    writeReport(report, invocation);
    return report.exitStatus;
  });
}

function changeRequest({ base, staged }: Invocation["flags"]): ChangeRequest {
  if (staged === true) {
    if (base !== undefined) throw new UsageError("--staged and --base exclude each other.");
    return { kind: "staged" };
  }
  if (base === "auto") return { kind: "auto" };
  if (base === "") throw new UsageError("--base needs the name of a commit.");
  return { kind: "working", ...(typeof base === "string" ? { base } : {}) };
}

/** Persons' answers in the repository's record; none where there is no repository. Writes nothing. */
export async function readAnswers(folder: string): Promise<StoredAnswer[]> {
  const lookup = await findRepository(folder);
  if (lookup.kind !== "found") return [];
  const record = findRecordFolder({ commonDir: lookup.repository.commonDir });
  return "path" in record ? answersIn(readJournal(record.path).records) : [];
}

/** A review as a report, with verified fixes for what was introduced. */
export async function reportOf(
  command: "review" | "gate",
  change: ChangeSet,
  review: Review,
  { analyzer }: ReviewSession,
  { common, flags, io }: Pick<Invocation, "common" | "flags" | "io">,
): Promise<Report> {
  const texts = new Map(change.files.map(({ path: file, text }) => [file, text]));
  const imports = importsOf(change).current;
  const found = review.files.flatMap((file) =>
    file.introduced.map((finding) => ({ path: file.path, text: texts.get(file.path) ?? "", finding, imports })),
  );
  const { findings, leftOut } = await offerFixes(found, analyzer, flags, fixesByDefault);
  const nothingScanned = review.verdict.nothingScanned;
  return {
    command,
    root: review.root,
    review,
    findings,
    fixesLeftOut: leftOut,
    coverage: review.coverage,
    notReviewed: review.notReviewed,
    files: new Map(review.files.map(({ path: file, reviewed }) => [file, reviewed])),
    program: await programNameIn(review.root, io.cwd, io.env),
    rules: analyzer.rules,
    textOf: (file) => texts.get(file),
    hide: hideSecretsIn(
      analyzer.rules,
      (file) => texts.get(file),
      (file) =>
        review.files
          .filter(({ path: name }) => name === file)
          .flatMap(({ introduced, existing }) => [...introduced, ...existing]),
    ),
    exitStatus: exitStatusOf(
      { findings: found.map(({ finding }) => finding), notReviewed: review.notReviewed, nothingScanned },
      common,
      "low",
    ),
  };
}
