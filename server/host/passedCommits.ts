/** Commits of the checked out branch that did not pass the gate, as a person has yet to look at them. */

import { statSync } from "node:fs";
import { join } from "node:path";
import { type GateRecord, gateRecordsIn, passedByIn } from "../store/gateRecords.ts";
import { journalName } from "../store/journal.ts";
import { findRecordFolder } from "../store/recordFolder.ts";
import { aroundReason, commitsAround } from "./commitsAround.ts";
import { journalOf } from "./gateVerdict.ts";
import type { Repository } from "./git.ts";

export interface PassedCommit {
  readonly commit: string;
  /** As the journal has it. */
  readonly reason: string;
  /** There is no commit before it. */
  readonly isFirst: boolean;
}

const mostListed = 1000;
const mostShown = 20;

/**
 * @returns Oldest first, without those that were pushed and those that the gate let through since (`gate --range`). Bounded: the newest
 *   thousand commits are looked at.
 */
export async function passedCommits(repository: Repository): Promise<readonly PassedCommit[]> {
  const records = journalOf(repository);
  const noticed = passedByIn(records);
  const around = (await commitsAround(repository, records)).map(({ commit }) => ({ commit, reason: aroundReason, at: "" }));
  if (noticed.length + around.length === 0) return [];
  const own = await commitsSincePush(repository);
  const verdicts = gateRecordsIn(records).filter(({ blocked }) => !blocked);
  const told = new Map([...noticed, ...around].map((one) => [one.commit, one]));
  return own
    .flatMap(({ commit, isFirst }, place) => {
      const one = told.get(commit);
      const isJudged = verdicts.some((verdict) => one && verdict.at > one.at && covers(verdict, place, own));
      return one && !isJudged ? [{ commit, reason: one.reason, isFirst }] : [];
    })
    .slice(0, mostShown)
    .reverse();
}

interface OwnCommit {
  readonly commit: string;
  readonly tree: string;
  readonly isFirst: boolean;
}

/** Newest first. */
async function commitsSincePush(repository: Repository): Promise<readonly OwnCommit[]> {
  const args = ["rev-list", `--max-count=${mostListed}`, "--format=%H %T %P", "HEAD", "--not", "--remotes"];
  const { stdout } = await repository.git(args);
  const lines = stdout.toString("utf8").matchAll(/^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (.*)$/gm);
  return [...lines].map(([, commit = "", tree = "", parents]) => ({ commit, tree, isFirst: parents === "" }));
}

/** Whether the commit at this place is among what the gate looked at: after the base, up to the tree. */
function covers({ tree, base }: GateRecord, place: number, own: readonly OwnCommit[]): boolean {
  const last = own.findIndex((one) => one.tree === tree);
  const before = own.findIndex((one) => one.commit === base);
  return last !== -1 && last <= place && (before === -1 || place < before);
}

/** The same answer as long as HEAD, its log and the journal are the same. */
export function createPassedCommits(): (repository: Repository) => Promise<readonly PassedCommit[]> {
  const known = new Map<string, { readonly stamp: string; readonly answer: Promise<readonly PassedCommit[]> }>();
  return (repository) => {
    const stamp = stampOf(repository);
    const last = known.get(repository.gitDir);
    if (last?.stamp === stamp) return last.answer;
    const answer = passedCommits(repository).catch(() => []);
    known.set(repository.gitDir, { stamp, answer });
    return answer;
  };
}

function stampOf({ gitDir, commonDir }: Repository): string {
  const folder = findRecordFolder({ commonDir });
  const files = [join(gitDir, "logs", "HEAD"), join(gitDir, "HEAD"), join(commonDir, "packed-refs")];
  if ("path" in folder) files.push(join(folder.path, journalName));
  return files
    .map((file) => {
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats && `${stats.size} ${stats.mtimeMs}`;
    })
    .join();
}
