/**
 * Finds commits of this worktree that no hook of the gate saw: made with HUSKY=0, with another core.hooksPath, or while the hooks were gone.
 * git's own log of HEAD has them.
 */

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { gateRecordsIn, installedSince, passedByIn } from "../store/gateRecords.ts";
import type { JournalRecord } from "../store/journal.ts";
import type { Repository } from "./git.ts";

export interface KnownCommit {
  readonly commit: string;
  readonly tree: string;
  /** The first one; absent for the first commit. */
  readonly parent?: string;
}

/** Why they did not pass the gate. */
export const aroundReason = "it was made around the gate's hooks";

/** What makes a commit here, or takes it over from elsewhere. A rebase is told by git when it ends; what only moves HEAD makes none. */
const making = /^(commit( \([\w ]+\))?:|cherry-pick:|revert:|am:|(merge|pull)\b[^:]*: Merge made )/;
const maxEntries = 50;
const maxBytes = 64 * 1024;

/** @returns Those that the gate has no record of and that a branch still holds, oldest first. Bounded: the last fifty entries are looked at. */
export async function commitsAround(repository: Repository, records: readonly JournalRecord[]): Promise<readonly KnownCommit[]> {
  const since = installedSince(records);
  if (since === undefined) return [];
  const noticed = new Set(passedByIn(records).map(({ commit }) => commit));
  const made = madeSince(readEnd(join(repository.gitDir, "logs", "HEAD")), since.at).filter(
    (commit) => commit !== since.head && !noticed.has(commit),
  );
  const passed = new Set(gateRecordsIn(records).flatMap(({ blocked, tree }) => (blocked ? [] : [tree])));
  const around: KnownCommit[] = [];
  for (const known of await describe(repository, made))
    if (!passed.has(known.tree) && (await stands(repository, known))) around.push(known);
  return around;
}

/** @param log Of HEAD, oldest entry first. @param since ISO 8601; the log knows whole seconds. */
export function madeSince(log: string, since: string): string[] {
  const from = Math.floor(Date.parse(since) / 1000);
  const made = log.split("\n").flatMap((line) => {
    const [, commit, seconds, action] = /^[0-9a-f]{40,64} ([0-9a-f]{40,64}) .*?> (\d+) [+-]\d{4}\t(.*)$/.exec(line) ?? [];
    return commit && Number(seconds) >= from && making.test(action ?? "") ? [commit] : [];
  });
  return [...new Set(made)].slice(-maxEntries);
}

async function describe(repository: Repository, commits: readonly string[]): Promise<KnownCommit[]> {
  if (commits.length === 0) return [];
  const args = ["rev-list", "--no-walk=unsorted", "--ignore-missing", "--format=%H %T %P", ...commits];
  const { code, stdout } = await repository.git(args);
  if (code !== 0) return [];
  return stdout
    .toString("utf8")
    .split("\n")
    .flatMap((line) => {
      const [commit = "", tree, parent] = line.split(" ");
      return tree && commits.includes(commit) ? [{ commit, tree, ...(parent ? { parent } : {}) }] : [];
    });
}

/** It changes something, and was not replaced or thrown away since. */
async function stands(repository: Repository, { commit, tree }: KnownCommit): Promise<boolean> {
  if ((await repository.line(["rev-parse", "--verify", "-q", `${commit}^^{tree}`])) === tree) return false;
  const isOn = ["for-each-ref", "--count=1", "--format=%(refname)", `--contains=${commit}`, "refs/heads", "refs/remotes"];
  if ((await repository.line(isOn)) !== undefined) return true;
  const head = await repository.git(["merge-base", "--is-ancestor", commit, "HEAD"]);
  return head.code === 0;
}

function readEnd(path: string): string {
  let file: number | undefined;
  try {
    // A pipe would keep everything waiting.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    if (!stats.isFile()) return "";
    const { size } = stats;
    const start = Math.max(0, size - maxBytes);
    const bytes = Buffer.alloc(size - start);
    const count = readSync(file, bytes, 0, bytes.length, start);
    return bytes.toString("utf8", 0, count);
  } catch {
    // A repository may keep no such log (core.logAllRefUpdates).
    return "";
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
