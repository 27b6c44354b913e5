/** Reads a change set: what differs from which base, with both texts. Writes nothing, not even to the index. */

import { lstatSync, realpathSync } from "node:fs";
import path from "node:path";
import type { BaseDescription, ChangeSet, FileChange } from "../changes/change.ts";
import { diffHunks } from "../changes/hunks.ts";
import { leaveOutRules } from "../changes/leaveOutRules.ts";
import type { NotReviewed } from "../engine/findings/finding.ts";
import { count } from "../review/plural.ts";
import { withFolder, withIndex, withTree } from "./changeSurroundings.ts";
import { committedPair, type GitBase, headBase, rangePair, stagedBase, workingBase } from "./chooseBase.ts";
import { type PathChange, toFileChanges } from "./fileChanges.ts";
import { decodeText, defaultMaxBytes, type ReadText, readTextFile } from "./files.ts";
import { findRepository, type OpenOptions, type Repository } from "./git.ts";
import { readBlobs } from "./gitBlobs.ts";
import { diffIndex, diffTrees, type IndexEntry, readIndex, submoduleMode, type TreeDifference } from "./gitIndex.ts";
import { isUserError, UserError } from "./userError.ts";
import { listUntracked, relativeTo, requireFolder, walkFiles } from "./walkFiles.ts";
import { type Expected, inParallel, readWorkTree, type Side } from "./workTree.ts";

export type ChangeRequest =
  /** The working tree with untracked files against HEAD, or against `base`: "HEAD", "merge-base" or the name of a commit. */
  | { readonly kind: "working"; readonly base?: string }
  /** The index against HEAD, or against HEAD's parent. `indexFile`: another index, as git names it to a hook. */
  | { readonly kind: "staged"; readonly amend?: boolean; readonly indexFile?: string }
  | { readonly kind: "range"; readonly from: string; readonly to: string }
  /** What is uncommitted; else the branch against its merge base; else the last commit. The label says which. */
  | { readonly kind: "auto" };

export interface ReadOptions extends OpenOptions {
  /** Larger files are not reviewed. Bytes, default 5 MB. */
  readonly maxBytes?: number;
  /** Texts of the files when the folder was opened, by path relative to it: the base where there is no git. */
  readonly snapshot?: ReadonlyMap<string, string>;
  /** For "working" and "auto" in a folder below the root: everything rather than what lies below that folder. */
  readonly wholeRepository?: boolean;
}

/**
 * @param dir A folder of a repository or any other. Without git every file counts as new ("none"), or is compared with the snapshot.
 * @returns Files in order of their paths, without the repository's own rules. A file's own reason for not being reviewed is in `unread`; `notReviewed` has the others.
 * @throws UserError when there is no result: no such folder, no such commit, git refuses the repository, no git where it is needed.
 */
export async function readChangeSet(dir: string, request: ChangeRequest, options: ReadOptions = {}): Promise<ChangeSet> {
  const folder = path.resolve(dir);
  requireFolder(folder);
  const indexFile = request.kind === "staged" && request.indexFile ? path.resolve(folder, request.indexFile) : undefined;
  const hookEnvironment = options.hookEnvironment ?? (options.fromHook ? process.env : undefined);
  const open = indexFile ? { hookEnvironment: { ...hookEnvironment, GIT_INDEX_FILE: indexFile } } : options;
  const lookup = await findRepository(folder, open);
  if (lookup.kind === "refused") throw new UserError(lookup.detail);
  if (lookup.kind !== "found") {
    const why = lookup.kind === "no git" ? lookup.detail : `${folder} is not in a git repository.`;
    if (request.kind === "staged" || request.kind === "range") throw new UserError(`A ${request.kind} change needs git: ${why}`);
    return leaveOutRules(await readWithoutGit(folder, why, options));
  }
  return leaveOutRules(await readFromGit(lookup.repository, folder, request, options));
}

/**
 * The text that a file had in the base of a change set.
 *
 * @param base As in the change set. @param file Relative to the root, with `/`; the base's name of a renamed file.
 * @returns Undefined when the base has no such file (or its content is not in this clone), or is not a commit.
 */
export async function readFileAtBase(
  repository: Repository,
  base: BaseDescription,
  file: string,
  maxBytes: number = defaultMaxBytes,
): Promise<ReadText | undefined> {
  if (base.id === undefined) return undefined;
  const named = `${base.id}:${file}`;
  // Names are asked for line by line.
  const id = file.includes("\n") ? await repository.line(["rev-parse", "--verify", "-q", named]) : named;
  if (id === undefined) return undefined;
  const blob = (await readBlobs(repository, [id], maxBytes)).get(id);
  if (!blob || "unread" in blob) return blob;
  return decodeText(blob.bytes);
}

/** Texts of all files that can be read, to compare with later where there is no git. */
export async function takeSnapshot(dir: string, maxBytes: number = defaultMaxBytes): Promise<Map<string, string>> {
  const { files } = await walkFiles(dir);
  const texts = new Map<string, string>();
  await inParallel(files, 16, async (file) => {
    const read = await readTextFile(path.join(dir, file), maxBytes);
    if (!("unread" in read)) texts.set(file, read.text);
  });
  return texts;
}

async function readFromGit(
  repository: Repository,
  folder: string,
  request: ChangeRequest,
  options: ReadOptions,
): Promise<ChangeSet> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  if (request.kind === "range") {
    const { base, to } = await rangePair(repository, request.from, request.to);
    return readTrees(repository, base, to, "", maxBytes);
  }
  if (repository.bare)
    throw new UserError(
      `${repository.root} is a bare repository: it has no files, only commits; \`gate --range A..B\` judges those.`,
    );
  if (request.kind === "staged") return readStaged(repository, request.amend ?? false, maxBytes);
  const below = options.wholeRepository ? "" : belowOf(repository, folder);
  const workingBelow = (base: GitBase): Promise<ChangeSet> =>
    readBelow(below, (part) => readWorking(repository, base, part, maxBytes));
  if (request.kind === "working") return workingBelow(await workingBase(repository, request.base));
  const working = await workingBelow(await headBase(repository, "the uncommitted change"));
  if (working.files.length > 0) return working;
  const pair = await committedPair(repository);
  if (!pair) return working;
  const committed = await readBelow(below, (part) => readTrees(repository, pair.base, pair.to, part, maxBytes));
  const inside = working.notReviewed.filter(({ reason }) => reason === "submodule");
  return { ...committed, notReviewed: distinct([...committed.notReviewed, ...inside]) };
}

/** What lies below a folder; a file that came into it from elsewhere is a renamed one, which only the whole change tells. */
async function readBelow(below: string, read: (below: string) => Promise<ChangeSet>): Promise<ChangeSet> {
  const change = await read(below);
  const isNew = ({ status }: FileChange): boolean => status === "added" || status === "untracked";
  if (below === "" || !change.files.some(isNew)) return change;
  const whole = await read("");
  const renamed = new Map(whole.files.flatMap((file) => (file.status === "renamed" ? [[file.path, file] as const] : [])));
  return { ...change, files: change.files.map((file) => (isNew(file) ? (renamed.get(file.path) ?? file) : file)) };
}

function belowOf(repository: Repository, folder: string): string {
  return relativeTo(repository.root, folder) ?? relativeTo(repository.root, realpathSync(folder)) ?? "";
}

function labelled(base: GitBase, below: string): BaseDescription {
  return below === "" ? base : { ...base, label: `${base.label}, below ${below}/` };
}

async function readTrees(repository: Repository, base: GitBase, to: string, below: string, maxBytes: number): Promise<ChangeSet> {
  const { differences, notReviewed } = await diffTrees(repository, base.id, to, below);
  const { files, notes } = await toFileChanges(repository, differences.map(fromTrees), maxBytes);
  const change = { root: repository.root, base: labelled(base, below), files, notReviewed: [...notReviewed, ...notes] };
  return withTree(change, repository, to, below);
}

async function readStaged(repository: Repository, amend: boolean, maxBytes: number): Promise<ChangeSet> {
  // Beside the rest: each answer of git's costs the start of a process.
  const index = readIndex(repository);
  const change = async (): Promise<ChangeSet> => {
    const base = await stagedBase(repository, amend);
    const { differences, notReviewed } = await diffIndex(repository, base.id);
    const { files, notes } = await toFileChanges(repository, differences.map(fromTrees), maxBytes);
    return { root: repository.root, base, files, notReviewed: [...notReviewed, ...notes] };
  };
  const [found, { entries }] = await Promise.all([change(), index]);
  return withIndex(found, repository, entries);
}

function fromTrees({ path: file, base, current, unmerged }: TreeDifference): PathChange {
  return { path: file, ...(base ? { base } : {}), ...(current ? { current } : {}), untracked: false, conflict: unmerged };
}

async function readWorking(repository: Repository, base: GitBase, below: string, maxBytes: number): Promise<ChangeSet> {
  const { changes, paths, notReviewed } = await changedPaths(repository, base, below, maxBytes);
  const { files, notes } = await toFileChanges(repository, changes, maxBytes);
  const inside = await insideSubmodules(repository, paths, new Set(changes.map((change) => change.path)), maxBytes);
  const all = distinct([...notReviewed, ...inside, ...notes]);
  const change = { root: repository.root, base: labelled(base, below), files, notReviewed: all };
  const isFile = ({ entry, untracked }: Known): boolean => (entry ? entry.mode.startsWith("100") : untracked === true);
  return withFolder(change, new Set([...paths].flatMap(([file, known]) => (isFile(known) ? [file] : []))), repository, below);
}

interface ChangedPaths {
  readonly changes: readonly PathChange[];
  readonly paths: ReadonlyMap<string, Known>;
  readonly notReviewed: readonly NotReviewed[];
}

async function changedPaths(repository: Repository, base: GitBase, below: string, maxBytes: number): Promise<ChangedPaths> {
  const indexTime = timeOfIndex(repository);
  const notReviewed: NotReviewed[] = [];
  const [index, differences, untracked, fileMode] = await Promise.all([
    readIndex(repository, below),
    diffIndex(repository, base.id, below),
    listUntracked(repository, below, notReviewed),
    repository.configValue("core.fileMode"),
  ]);
  const paths = new Map<string, Known>();
  for (const entry of index.entries) addEntry(paths, entry);
  for (const difference of differences.differences) addDifference(paths, difference);
  for (const name of untracked) {
    const file = name.replace(/\/$/, "");
    paths.set(file, { ...paths.get(file), untracked: true, nested: name.endsWith("/") });
  }
  const expected: Expected[] = [...paths].map(([file, known]) => ({
    path: file,
    oids: [known.entry?.oid, known.base?.oid].filter((oid) => oid !== undefined),
    ...(known.entry ? { entry: known.entry } : {}),
  }));
  const trustsMode = process.platform !== "win32" && fileMode !== "false";
  const sides = await readWorkTree({ repository, maxBytes, indexTime, trustsMode }, expected);
  const changes = [...paths].flatMap(([file, known]) => toPathChange(file, known, sides.get(file)));
  return { changes, paths, notReviewed: [...index.notReviewed, ...differences.notReviewed, ...notReviewed] };
}

/**
 * Names the submodules in which something is not committed: this repository has only the commit that they are at, so such a change is no
 * part of its own. Those that are at another commit are told as changed.
 */
async function insideSubmodules(
  repository: Repository,
  paths: ReadonlyMap<string, Known>,
  told: ReadonlySet<string>,
  maxBytes: number,
): Promise<NotReviewed[]> {
  const notes: NotReviewed[] = [];
  const modules = [...paths].filter(([file, { entry }]) => entry?.mode === submoduleMode && !told.has(file));
  await inParallel(modules, 4, async ([file]) => {
    const folder = path.join(repository.root, file);
    const lookup = await findRepository(folder);
    // Where it was never fetched, the repository found is this one.
    if (lookup.kind === "found" && lookup.repository.root !== folder) return;
    const changed = lookup.kind === "found" ? await countChanged(lookup.repository, maxBytes) : undefined;
    if (changed === 0 || lookup.kind === "no repository") return;
    const what =
      changed === undefined
        ? "Whether something in the submodule is changed cannot be told"
        : `${count(changed, "file")} in the submodule ${changed === 1 ? "is" : "are"} changed and not committed there`;
    notes.push({ path: file, reason: "submodule", detail: `${what}; review the submodule by itself.` });
  });
  return notes.sort((a, b) => ((a.path ?? "") < (b.path ?? "") ? -1 : 1));
}

/** @returns undefined where git cannot tell. */
async function countChanged(module: Repository, maxBytes: number): Promise<number | undefined> {
  try {
    const base = await headBase(module, "the uncommitted change");
    const { changes, paths } = await changedPaths(module, base, "", maxBytes);
    const inside = await insideSubmodules(module, paths, new Set(changes.map((change) => change.path)), maxBytes);
    return changes.length + inside.length;
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}

/** What git knows of a path: its entry in the index, and in the base where that is another one. */
interface Known {
  readonly entry?: IndexEntry;
  readonly base?: { readonly mode: string; readonly oid: string };
  readonly untracked?: boolean;
  /** A repository inside this one. */
  readonly nested?: boolean;
  readonly conflict?: boolean;
}

function addEntry(paths: Map<string, Known>, entry: IndexEntry): void {
  if (entry.stage !== 0) paths.set(entry.path, { conflict: true });
  // A file that git is only to know of later is in no tree: all of it is new.
  else if (entry.intentToAdd) paths.set(entry.path, { untracked: false });
  else paths.set(entry.path, { entry, base: { mode: entry.mode, oid: entry.oid } });
}

function addDifference(paths: Map<string, Known>, { path: file, base, unmerged }: TreeDifference): void {
  const { base: _, ...known } = paths.get(file) ?? {};
  paths.set(file, { ...known, ...(base ? { base } : {}), ...(unmerged ? { conflict: true } : {}) });
}

function toPathChange(file: string, known: Known, side: Side | undefined): PathChange[] {
  const { base } = known;
  const current = known.nested && side === undefined ? nestedRepository : side;
  const conflict = known.conflict ?? false;
  if (!base && !current) return [];
  if (base && current && !conflict && base.oid === current.oid && base.mode === current.mode) return [];
  return [
    { path: file, ...(base ? { base } : {}), ...(current ? { current } : {}), untracked: known.untracked ?? false, conflict },
  ];
}

const nestedRepository: Side = {
  mode: "100644",
  oid: "",
  unread: { reason: "submodule", detail: "It is a repository of its own inside this one; review it there." },
};

/** Taken before the index is read: a file that changes later is newer. Zero, and every file is read, when there is none. */
function timeOfIndex(repository: Repository): bigint {
  const file = repository.indexFile ?? path.join(repository.gitDir, "index");
  return lstatSync(file, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n;
}

function distinct(items: readonly NotReviewed[]): NotReviewed[] {
  return [...new Map(items.map((item) => [`${item.path}\0${item.reason}`, item])).values()];
}

async function readWithoutGit(folder: string, reason: string, options: ReadOptions): Promise<ChangeSet> {
  const why = reason.replace(/\.$/, "");
  const { files: names, notReviewed } = await walkFiles(folder);
  const files: FileChange[] = [];
  await inParallel(names, 16, async (name) => {
    const read = await readTextFile(path.join(folder, name), options.maxBytes);
    const change = compareWithSnapshot(name, options.snapshot?.get(name), read);
    if (change) files.push(change);
  });
  const present = new Set(names);
  for (const [name, baseText] of options.snapshot ?? [])
    if (!present.has(name)) files.push({ path: name, status: "deleted", baseText, hunks: diffHunks(baseText, "") });
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const base: BaseDescription = options.snapshot
    ? { kind: "snapshot", label: `the folder against its state when it was opened (${why})` }
    : { kind: "none", label: `every file of the folder, as nothing is known of an earlier state (${why})` };
  const change = { root: folder, base, files, notReviewed };
  return options.snapshot ? withFolder(change, present) : change;
}

function compareWithSnapshot(name: string, baseText: string | undefined, read: ReadText): FileChange | undefined {
  const status = baseText === undefined ? "untracked" : "modified";
  const known = baseText === undefined ? {} : { baseText };
  if ("unread" in read) return { path: name, status, ...known, unread: { path: name, ...read.unread }, hunks: [] };
  if (read.text === baseText) return undefined;
  return { path: name, status, ...known, text: read.text, hunks: diffHunks(baseText ?? "", read.text) };
}
