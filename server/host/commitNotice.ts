/** Notices commits that the gate did not let through: git offers no hook for cherry-pick, revert and rebase, `git am` has its own, and any hook can be passed. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { recordInstalled, recordPassedBy, verdictOnTree } from "../store/gateRecords.ts";
import { makeRecordFolder } from "../store/recordFolder.ts";
import { aroundReason, commitsAround } from "./commitsAround.ts";
import { journalOf } from "./gateVerdict.ts";
import type { Repository } from "./git.ts";

/**
 * Called after a commit, and after `git am` applied a patch. During a rebase nothing is said: `noticeRewritten` does, once, at its end.
 *
 * @param at ISO 8601, UTC. @param program What the person types to call Linewarden. @returns the lines for the person; none when the gate let this content through.
 */
export async function noticeCommit(repository: Repository, at: string, program: string): Promise<readonly string[]> {
  if (isRebasing(repository)) return [];
  const commit = await repository.line(["rev-parse", "--verify", "-q", "HEAD"]);
  const reason = commit === undefined ? undefined : await notice(repository, commit, at);
  return reason === undefined || commit === undefined
    ? []
    : [
        `linewarden: commit ${commit.slice(0, 10)} ${reason.startsWith(stoppedIt) ? "was made although the gate did not let it through" : "did not pass the gate"}: ${reason}.`,
        ...(await howToReview(repository, commit, program)),
      ];
}

/**
 * Called with what git gives to post-rewrite: lines of "old new". @param command "amend" or "rebase"; an amended commit is
 * noticed as a commit already.
 */
export async function noticeRewritten(
  repository: Repository,
  command: string,
  rewritten: string,
  at: string,
  program: string,
): Promise<readonly string[]> {
  if (command === "amend") return [];
  const commits = rewritten.split("\n").flatMap((line) => /^[0-9a-f]{40,64} ([0-9a-f]{40,64})/.exec(line)?.[1] ?? []);
  const passed: string[] = [];
  for (const commit of new Set(commits))
    if ((await notice(repository, commit, at)) !== undefined) passed.push(commit.slice(0, 10));
  const [first] = passed;
  if (first === undefined) return [];
  return [
    `linewarden: ${passed.length === 1 ? "1 rewritten commit was" : `${passed.length} rewritten commits were`} not seen by the gate in this form: ${passed.slice(0, 5).join(", ")}${passed.length > 5 ? ", ..." : ""}.`,
    ...(await howToReview(repository, first, program)),
  ];
}

/**
 * Names, once, the earlier commits that no hook of the gate saw. @returns the lines for the person; none where there is no such commit.
 */
export async function noticeAround(repository: Repository, at: string, program: string): Promise<readonly string[]> {
  if (isRebasing(repository)) return [];
  const around = await commitsAround(repository, journalOf(repository));
  const [first] = around;
  const folder = first && makeRecordFolder({ commonDir: repository.commonDir });
  if (!folder || !first) return [];
  if ("path" in folder)
    for (const { commit, tree } of around) recordPassedBy(folder.path, { at, commit, tree, reason: aroundReason });
  const names = around.slice(0, 5).map(({ commit }) => commit.slice(0, 10));
  return [
    `linewarden: ${around.length === 1 ? "1 earlier commit was" : `${around.length} earlier commits were`} made around the gate's hooks: ${names.join(", ")}${around.length > 5 ? ", ..." : ""}.`,
    ...(await howToReview(repository, first.commit, program)),
  ];
}

/** Puts down that the gate stands here from now on. */
export async function recordInstallation(repository: Repository, at: string): Promise<void> {
  const folder = makeRecordFolder({ commonDir: repository.commonDir });
  if ("path" in folder) recordInstalled(folder.path, at, await repository.line(["rev-parse", "--verify", "-q", "HEAD"]));
}

function isRebasing({ gitDir }: Repository): boolean {
  return ["rebase-merge", "rebase-apply/rebasing"].some((name) => existsSync(join(gitDir, name)));
}

const stoppedIt = "it stopped this content";

/** @returns why the gate did not let this commit through; `undefined` when it did, or when the commit changes nothing. */
async function notice(repository: Repository, commit: string, at: string): Promise<string | undefined> {
  const tree = await repository.line(["rev-parse", "--verify", "-q", `${commit}^{tree}`]);
  const parent = await repository.line(["rev-parse", "--verify", "-q", `${commit}^^{tree}`]);
  if (tree === undefined || tree === parent) return undefined;
  const verdict = verdictOnTree(journalOf(repository), tree);
  const before = await repository.line(["rev-parse", "--verify", "-q", `${commit}^`]);
  // The tree alone is not enough: where --amend could not be told, the gate compared with the commit that was replaced.
  const other = verdict?.base !== undefined && before !== undefined && verdict.base !== before;
  if (verdict && !verdict.blocked && !other) return undefined;
  const reason = verdict?.blocked
    ? `${stoppedIt} (${verdict.summary})`
    : other
      ? "it compared this content with another commit"
      : "it never saw this content";
  const folder = makeRecordFolder({ commonDir: repository.commonDir });
  if ("path" in folder) recordPassedBy(folder.path, { at, commit, tree, reason });
  return reason;
}

async function howToReview(repository: Repository, commit: string, program: string): Promise<readonly string[]> {
  const parent = await repository.line(["rev-parse", "--verify", "-q", `${commit}^`]);
  return parent === undefined
    ? [`  Review it: ${program} scan`]
    : [`  Review it: ${program} gate --range ${commit.slice(0, 10)}^..HEAD`];
}
