/** The gate: judges the bytes that will be committed, and keeps a record of what it said. */

import type { ChangeSet } from "../changes/change.ts";
import type { Review } from "../review/review.ts";
import { answersIn } from "../store/answers.ts";
import { recordGate } from "../store/gateRecords.ts";
import { type JournalRecord, readJournal } from "../store/journal.ts";
import { findRecordFolder, makeRecordFolder } from "../store/recordFolder.ts";
import type { Repository } from "./git.ts";
import { indexTreeId } from "./gitIndex.ts";
import { type ChangeRequest, readChangeSet } from "./readChange.ts";
import { type ReviewRequest, reviewChange } from "./reviewChange.ts";

export interface GateRequest {
  readonly repository: Repository;
  readonly change: Extract<ChangeRequest, { kind: "staged" | "range" }>;
  readonly analyzer: ReviewRequest["analyzer"];
  readonly ruleProblems: ReviewRequest["ruleProblems"];
  /** True in a git hook: the index and folders that git names in the environment are the ones that count. */
  readonly fromHook: boolean;
  /** Milliseconds, of a clock that only goes forward. */
  readonly now: () => number;
  /** ISO 8601, UTC. */
  readonly date: () => string;
  onProgress?(done: number, total: number): void;
}

export interface GateOutcome {
  readonly change: ChangeSet;
  readonly review: Review;
  /** Why the verdict could not be recorded; the verdict stands all the same. */
  readonly notRecorded?: string;
}

/** @throws UserError when there is no result: no repository, no such commit. */
export async function judgeGate(request: GateRequest): Promise<GateOutcome> {
  const { repository } = request;
  const began = request.now();
  const change = await readChangeSet(repository.root, request.change, request.fromHook ? { fromHook: true } : {});
  const review = await reviewChange({
    change,
    analyzer: request.analyzer,
    ...(request.ruleProblems ? { ruleProblems: request.ruleProblems } : {}),
    answers: answersIn(journalOf(repository)),
    now: request.now,
    began,
    ...(request.onProgress ? { onProgress: request.onProgress } : {}),
  });
  const problem = await record(request, review);
  return problem === undefined ? { change, review } : { change, review, notRecorded: problem };
}

/** What is in the repository's journal; nothing where there is none. */
export function journalOf(repository: Repository): readonly JournalRecord[] {
  const folder = findRecordFolder({ commonDir: repository.commonDir });
  return "path" in folder ? readJournal(folder.path).records : [];
}

/** @returns why nothing was recorded, if so. */
async function record({ repository, change, date }: GateRequest, review: Review): Promise<string | undefined> {
  // The tree of the index as git is about to commit it: the commit that follows is known by it.
  const tree =
    change.kind === "staged"
      ? await indexTreeId(repository)
      : await repository.line(["rev-parse", "--verify", "-q", `${change.to}^{tree}`]);
  if (tree === undefined) return "the index cannot be written as a tree (is a merge not finished?)";
  const folder = makeRecordFolder({ commonDir: repository.commonDir });
  if ("problem" in folder) return folder.problem;
  const written = recordGate(folder.path, {
    at: date(),
    tree,
    ...(review.base.id === undefined ? {} : { base: review.base.id }),
    blocked: review.verdict.blocked,
    summary: review.verdict.summary,
    introduced: review.files.reduce((sum, file) => sum + file.introduced.length, 0),
    filesChanged: review.coverage.filesChanged,
    filesReviewed: review.coverage.filesReviewed,
  });
  return written.written ? undefined : written.problem;
}
