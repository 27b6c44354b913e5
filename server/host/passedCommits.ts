/** Commits of the checked out branch that did not pass the gate, as a person has yet to look at them. */

import { readdirSync, statSync } from "node:fs";
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
  const whole = await basesBefore(repository, verdicts, own);
  const told = new Map([...noticed, ...around].map((one) => [one.commit, one]));
  return own
    .flatMap(({ commit, isFirst }, place) => {
      const one = told.get(commit);
      const isJudged = verdicts.some((verdict) => one && verdict.at > one.at && covers(verdict, place, own, whole));
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

/** The bases that were pushed: all that was not comes after them. One that a rewritten history has no more is none. */
async function basesBefore(
  repository: Repository,
  verdicts: readonly GateRecord[],
  own: readonly OwnCommit[],
): Promise<ReadonlySet<string>> {
  const [commits, trees] = [new Set(own.map(({ commit }) => commit)), new Set(own.map(({ tree }) => tree))];
  const asked = new Set(verdicts.flatMap(({ tree, base }) => (base && trees.has(tree) && !commits.has(base) ? [base] : [])));
  const before = new Set<string>();
  for (const base of [...asked].slice(-mostShown))
    if ((await repository.git(["merge-base", "--is-ancestor", base, "HEAD"])).code === 0) before.add(base);
  return before;
}

/** Whether the commit at this place is among what the gate looked at: after the base, up to the tree. */
function covers({ tree, base }: GateRecord, place: number, own: readonly OwnCommit[], whole: ReadonlySet<string>): boolean {
  const last = own.findIndex((one) => one.tree === tree);
  if (last === -1 || last > place) return false;
  const before = own.findIndex((one) => one.commit === base);
  if (before !== -1) return place < before;
  return !base || whole.has(base) || place === last;
}

/** The same answer as long as HEAD, its log, what was pushed and the journal are the same. */
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
  files.push(join(commonDir, "reftable", "tables.list"), ...foldersBelow(join(commonDir, "refs", "remotes")));
  if ("path" in folder) files.push(join(folder.path, journalName));
  return files
    .map((file) => {
      try {
        const stats = statSync(file, { throwIfNoEntry: false });
        return stats && `${stats.size} ${stats.mtimeMs}`;
      } catch {
        return undefined;
      }
    })
    .join();
}

const mostFolders = 200;

/** git puts a new file in the place of each ref that it changes, so that the folder of the ref changes with it. */
function foldersBelow(top: string): string[] {
  const folders: string[] = [];
  const waiting = [top];
  for (let folder = waiting.pop(); folder !== undefined && folders.length < mostFolders; folder = waiting.pop()) {
    folders.push(folder);
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) waiting.push(join(folder, entry.name));
    } catch {
      // Nothing was ever fetched or pushed.
    }
  }
  return folders;
}
