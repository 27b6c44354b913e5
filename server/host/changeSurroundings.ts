/** Adds to a change what stands around it: the files that import what it changed, and the texts that all of them import. */

import type { ChangeSet } from "../changes/change.ts";
import { languageOfPath } from "../engine/languages/registry.ts";
import { findImporters } from "./findImporters.ts";
import { gatherImports } from "./gatherImports.ts";
import type { Repository } from "./git.ts";
import { type IndexEntry, listTree } from "./gitIndex.ts";
import { type ProjectTexts, textsOfBlobs, textsOfFolder } from "./projectTexts.ts";

/** What lies on disk. @param names Every file below the root. @param repository Absent without git. @param below As of `findImporters`. */
export async function withFolder(
  change: ChangeSet,
  names: ReadonlySet<string>,
  repository?: Repository,
  below = "",
): Promise<ChangeSet> {
  if (!holdsCode(change)) return change;
  return addImporters(change, textsOfFolder(change.root, names, repository), below);
}

/** What stands in the index: nothing is read on disk. @param entries Of the whole index. */
export async function withIndex(change: ChangeSet, repository: Repository, entries: readonly IndexEntry[]): Promise<ChangeSet> {
  if (!holdsCode(change)) return { ...change, imports: new Map() };
  const files = entries.filter(({ mode, stage, intentToAdd }) => stage === 0 && isFile(mode) && !intentToAdd);
  return withBlobs(change, textsOfBlobs(repository, oidsOf(files)), "");
}

/** What stands in a commit. @param tree Its id; what the change does not name is the same in its base. */
export async function withTree(change: ChangeSet, repository: Repository, tree: string, below: string): Promise<ChangeSet> {
  if (!holdsCode(change)) return { ...change, imports: new Map() };
  const files = (await listTree(repository, tree)).filter(({ mode }) => isFile(mode));
  return withBlobs(change, textsOfBlobs(repository, oidsOf(files), tree), below);
}

async function withBlobs(change: ChangeSet, project: ProjectTexts, below: string): Promise<ChangeSet> {
  const all = await addImporters(change, project, below);
  const texts = all.files.flatMap(({ path, basePath, status, text, baseText }) => [
    ...(text === undefined ? [] : [{ path, text }]),
    ...(baseText === undefined || status === "unchanged" ? [] : [{ path: basePath ?? path, text: baseText }]),
  ]);
  const imports = await gatherImports(texts, project.has, project.readMany);
  return { ...all, imports };
}

async function addImporters(change: ChangeSet, project: ProjectTexts, below: string): Promise<ChangeSet> {
  const { files, notReviewed } = await findImporters(change.files, project, below);
  return { ...change, files: [...change.files, ...files], notReviewed: [...change.notReviewed, ...notReviewed] };
}

function holdsCode({ files }: ChangeSet): boolean {
  return files.some(({ path }) => languageOfPath(path) !== undefined);
}

function isFile(mode: string): boolean {
  return mode.startsWith("100");
}

function oidsOf(entries: readonly Pick<IndexEntry, "path" | "oid">[]): Map<string, string> {
  return new Map(entries.map(({ path, oid }) => [path, oid]));
}
