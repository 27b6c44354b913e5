/** The one place that decides what a change is compared with. */

import type { BaseDescription } from "../changes/change.ts";
import type { Repository } from "./git.ts";
import { emptyTree } from "./gitIndex.ts";
import { UserError } from "./userError.ts";

/** `id` is a commit, or the empty tree's id. */
export type GitBase = BaseDescription & { readonly id: string };

/** HEAD; the empty tree before the first commit. */
export async function headBase(repository: Repository, what: string): Promise<GitBase> {
  const head = await commitOf(repository, "HEAD");
  if (head) return { kind: "head", label: `${what} against HEAD (${short(head)})`, id: head };
  return { kind: "empty", label: `${what}, before the first commit`, id: await emptyTree(repository) };
}

/** What the index is compared with: HEAD, or the parent of the commit that is amended. */
export async function stagedBase(repository: Repository, amend: boolean): Promise<GitBase> {
  if (!amend) return headBase(repository, "the staged change");
  const head = await commitOf(repository, "HEAD");
  if (!head) throw new UserError("There is no commit to amend yet.");
  const parent = await parentOf(repository, head);
  const label = `the staged change and the amended commit ${short(head)}`;
  if (parent.id) return { kind: "commit", label: `${label} against its parent (${short(parent.id)})`, id: parent.id };
  return { kind: "empty", label: `${label}, ${parent.why}`, id: await emptyTree(repository) };
}

/**
 * What the working tree is compared with.
 *
 * @param name "HEAD" (the default), "merge-base", or any name of a commit.
 * @throws UserError for a name that is no commit.
 */
export async function workingBase(repository: Repository, name = "HEAD"): Promise<GitBase> {
  const what = "the working tree";
  if (name === "HEAD" || name === "") return headBase(repository, "the uncommitted change");
  if (name !== "merge-base") {
    const id = await requireCommit(repository, name);
    return { kind: "ref", label: `${what} against ${name} (${short(id)})`, id };
  }
  const found = await mergeBase(repository);
  if (found.id)
    return { kind: "merge-base", label: `${what} against the merge base with ${found.main} (${short(found.id)})`, id: found.id };
  const head = await headBase(repository, what);
  return { ...head, label: `${head.label}, because ${found.why}` };
}

export interface CommitPair {
  readonly base: GitBase;
  readonly to: string;
}

/** `git diff from to`. @throws UserError for a name that is no commit. */
export async function rangePair(repository: Repository, from: string, to: string): Promise<CommitPair> {
  const [base, end] = [await requireCommit(repository, from), await requireCommit(repository, to)];
  return { base: { kind: "commit", label: `${from}..${to} (${short(base)}..${short(end)})`, id: base }, to: end };
}

/** Where nothing is uncommitted: the branch against its merge base; else the last commit. Undefined without a commit. */
export async function committedPair(repository: Repository): Promise<CommitPair | undefined> {
  const head = await commitOf(repository, "HEAD");
  if (!head) return undefined;
  const found = await mergeBase(repository);
  const branch = (await repository.line(["symbolic-ref", "--short", "-q", "HEAD"])) ?? "the detached HEAD";
  if (found.id && found.id !== head) {
    const label = `nothing is uncommitted, so ${branch} (${short(head)}) against its merge base with ${found.main} (${short(found.id)})`;
    return { base: { kind: "merge-base", label, id: found.id }, to: head };
  }
  const parent = await parentOf(repository, head);
  const because = found.id ? "" : `; ${found.why}`;
  const label = `nothing is uncommitted, so the last commit (${short(head)})`;
  if (parent.id)
    return {
      base: { kind: "commit", label: `${label} against its parent (${short(parent.id)})${because}`, id: parent.id },
      to: head,
    };
  return { base: { kind: "empty", label: `${label}, ${parent.why}${because}`, id: await emptyTree(repository) }, to: head };
}

/** Main branch: what origin/HEAD names, else `main`, else `master`; the local one first, then origin's. */
async function mainBranch(repository: Repository): Promise<{ name: string; id: string } | undefined> {
  const remote = await repository.line(["symbolic-ref", "-q", "refs/remotes/origin/HEAD"]);
  const candidates = [
    ...(remote ? [remote] : []),
    "refs/heads/main",
    "refs/remotes/origin/main",
    "refs/heads/master",
    "refs/remotes/origin/master",
  ];
  for (const ref of candidates) {
    const id = await commitOf(repository, ref);
    if (id) return { name: ref.replace(/^refs\/(heads|remotes)\//, ""), id };
  }
  return undefined;
}

interface MergeBase {
  readonly id?: string;
  /** Name of the main branch, where there is one. */
  readonly main?: string;
  /** Why there is no merge base. */
  readonly why?: string;
}

async function mergeBase(repository: Repository): Promise<MergeBase> {
  const main = await mainBranch(repository);
  if (!main) return { why: "there is no main branch (origin/HEAD, main or master)" };
  const id = await repository.line(["merge-base", "HEAD", main.id]);
  if (id) return { id, main: main.name };
  const shallow = await isShallow(repository);
  return { why: `HEAD and ${main.name} have no common commit${shallow ? " in this shallow clone" : ""}` };
}

/** First parent. `why` tells a root commit from one whose parent a shallow clone left out. */
async function parentOf(repository: Repository, commit: string): Promise<{ id?: string; why: string }> {
  const line = await repository.line(["rev-list", "--parents", "-n", "1", commit]);
  const parent = line?.split(" ")[1];
  if (parent) return { id: parent, why: "" };
  return {
    why: (await isShallow(repository))
      ? "whose parent this shallow clone does not have: every line counts as new"
      : "the first one",
  };
}

async function isShallow(repository: Repository): Promise<boolean> {
  return (await repository.line(["rev-parse", "--is-shallow-repository"])) === "true";
}

async function requireCommit(repository: Repository, name: string): Promise<string> {
  const id = await commitOf(repository, name);
  if (id) return id;
  const shallow = (await isShallow(repository)) ? " (this is a shallow clone: it may not have been fetched)" : "";
  throw new UserError(`There is no commit named ${JSON.stringify(name)} in ${repository.root}${shallow}.`);
}

/** A name that begins with a dash would be an option. */
async function commitOf(repository: Repository, name: string): Promise<string | undefined> {
  if (name.startsWith("-") || name.includes("\0")) return undefined;
  return repository.line(["rev-parse", "--verify", "-q", `${name}^{commit}`]);
}

function short(id: string): string {
  return id.slice(0, 7);
}
