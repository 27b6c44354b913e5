/** Reads the index and compares trees through git's plumbing, without touching the work tree. */

import { createHash } from "node:crypto";
import type { NotReviewed } from "../engine/findings/finding.ts";
import type { Repository } from "./git.ts";
import { UserError } from "./userError.ts";

/** Modes of the entries of a tree. */
export const fileMode = "100644";
export const executableMode = "100755";
export const linkMode = "120000";
export const submoduleMode = "160000";

/** What git remembers of a file that it last saw unchanged; all as in the index, whole numbers. */
export interface IndexStat {
  readonly ctime: readonly [seconds: number, nanoseconds: number];
  readonly mtime: readonly [seconds: number, nanoseconds: number];
  readonly inode: number;
  readonly size: number;
}

export interface IndexEntry {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly mode: string;
  readonly oid: string;
  /** 0; 1 to 3 for the base, ours and theirs of a conflict. */
  readonly stage: number;
  readonly intentToAdd: boolean;
  readonly skipWorktree: boolean;
  /** Absent when git's output was not understood. */
  readonly stat?: IndexStat;
}

export interface TreeSide {
  readonly mode: string;
  readonly oid: string;
}

/** One path of which two trees, or a tree and the index, have different entries. */
export interface TreeDifference {
  readonly path: string;
  readonly base?: TreeSide;
  readonly current?: TreeSide;
  readonly unmerged: boolean;
}

const intentToAddFlag = 0x20000000;
const skipWorktreeFlag = 0x40000000;

/**
 * @param below Folder relative to the root; all when empty.
 * @returns All entries in the index's order, and names that are not UTF-8 as not reviewed.
 * @throws UserError when git cannot read the index.
 */
export async function readIndex(
  repository: Repository,
  below = "",
): Promise<{ entries: IndexEntry[]; notReviewed: NotReviewed[] }> {
  const args = ["ls-files", "--cached", "--stage", "--debug", "-z", ...(below === "" ? [] : ["--", below])];
  const { code, stdout, stderr } = await repository.git(args);
  if (code !== 0) throw new UserError(`git cannot read the index: ${firstLine(stderr)}`);
  const entries: IndexEntry[] = [];
  const notReviewed: NotReviewed[] = [];
  let at = 0;
  while (at < stdout.length) {
    const end = stdout.indexOf(0, at);
    if (end < 0) break;
    const tab = stdout.indexOf(9, at);
    const [mode = "", oid = "", stage = ""] = stdout.toString("latin1", at, tab).split(" ");
    const path = decodePath(stdout.subarray(tab + 1, end), notReviewed);
    const next = endOfDebug(stdout, end + 1);
    const debug = parseDebug(stdout.toString("latin1", end + 1, next));
    at = next;
    if (path === undefined) continue;
    const flags = debug?.flags ?? 0;
    entries.push({
      path,
      mode,
      oid,
      stage: Number(stage),
      intentToAdd: (flags & intentToAddFlag) !== 0,
      skipWorktree: (flags & skipWorktreeFlag) !== 0,
      ...(debug ? { stat: debug.stat } : {}),
    });
  }
  return { entries, notReviewed };
}

/** The debugging lines of an entry are indented; the next entry begins with its mode. */
function endOfDebug(bytes: Buffer, start: number): number {
  let at = start;
  while (bytes[at] === 32) {
    const end = bytes.indexOf(10, at);
    if (end < 0) return bytes.length;
    at = end + 1;
  }
  return at;
}

function parseDebug(text: string): { stat: IndexStat; flags: number } | undefined {
  const found =
    /^ {2}ctime: (\d+):(\d+)\n {2}mtime: (\d+):(\d+)\n {2}dev: \d+\tino: (\d+)\n {2}uid: \d+\tgid: \d+\n {2}size: (\d+)\tflags: ([0-9a-f]+)\n/.exec(
      text,
    );
  if (!found) return undefined;
  const [cs = 0, cn = 0, ms = 0, mn = 0, inode = 0, size = 0] = found.slice(1, 7).map(Number);
  return { stat: { ctime: [cs, cn], mtime: [ms, mn], inode, size }, flags: Number.parseInt(found[7] ?? "0", 16) };
}

/**
 * @param tree Commit or tree.
 * @returns Paths whose entry in the index differs from that of the tree, in git's order. Renames are not paired.
 * @throws UserError when git cannot read them.
 */
export async function diffIndex(
  repository: Repository,
  tree: string,
  below = "",
): Promise<{ differences: TreeDifference[]; notReviewed: NotReviewed[] }> {
  return parseRaw(repository, [
    "diff-index",
    "--cached",
    "--ita-invisible-in-index",
    ...rawOptions,
    tree,
    "--",
    ...(below === "" ? [] : [below]),
  ]);
}

/** As diffIndex, for two trees. */
export async function diffTrees(
  repository: Repository,
  from: string,
  to: string,
  below = "",
): Promise<{ differences: TreeDifference[]; notReviewed: NotReviewed[] }> {
  return parseRaw(repository, ["diff-tree", "-r", ...rawOptions, from, to, "--", ...(below === "" ? [] : [below])]);
}

/** Every file of a tree. @throws UserError when git cannot read it. */
export async function listTree(repository: Repository, tree: string): Promise<(TreeSide & { readonly path: string })[]> {
  const { code, stdout, stderr } = await repository.git(["ls-tree", "-r", "-z", "--full-tree", tree]);
  if (code !== 0) throw new UserError(`git cannot read ${tree}: ${firstLine(stderr)}`);
  return splitPaths(stdout, []).flatMap((entry) => {
    const tab = entry.indexOf("\t");
    const [mode = "", , oid = ""] = entry.slice(0, tab).split(" ");
    const path = entry.slice(tab + 1);
    return isInside(path) ? [{ path, mode, oid }] : [];
  });
}

const rawOptions = ["--raw", "-z", "--no-abbrev", "--no-renames", "--ignore-submodules=none"];

async function parseRaw(repository: Repository, args: readonly string[]) {
  const { code, stdout, stderr } = await repository.git(args);
  if (code !== 0) throw new UserError(`git cannot compare: ${firstLine(stderr)}`);
  const differences: TreeDifference[] = [];
  const notReviewed: NotReviewed[] = [];
  let at = 0;
  while (at < stdout.length) {
    const end = stdout.indexOf(0, at);
    const nameEnd = stdout.indexOf(0, end + 1);
    if (end < 0 || nameEnd < 0) break;
    const [baseMode = "", mode = "", baseOid = "", oid = "", status = ""] = stdout.toString("latin1", at + 1, end).split(" ");
    const path = decodePath(stdout.subarray(end + 1, nameEnd), notReviewed);
    at = nameEnd + 1;
    if (path === undefined) continue;
    differences.push({
      path,
      unmerged: status === "U",
      ...(isNone(baseMode) ? {} : { base: { mode: baseMode, oid: baseOid } }),
      ...(isNone(mode) ? {} : { current: { mode, oid } }),
    });
  }
  return { differences, notReviewed };
}

function isNone(mode: string): boolean {
  return /^0*$/.test(mode);
}

/** Splits NUL-separated names. */
export function splitPaths(bytes: Buffer, notReviewed: NotReviewed[]): string[] {
  const paths: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const stop = end < 0 ? bytes.length : end;
    const path = decodePath(bytes.subarray(at, stop), notReviewed);
    if (path !== undefined) paths.push(path);
    at = stop + 1;
  }
  return paths;
}

/**
 * A name that is not UTF-8 cannot be passed on without becoming another name, and one that leads out of the folder must not be
 * followed: git checks names when they are added, not when a forged index is read. Both are named as not reviewed.
 */
function decodePath(bytes: Buffer, notReviewed: NotReviewed[]): string | undefined {
  const path = bytes.toString("utf8");
  if (path.includes("\ufffd") && !Buffer.from(path, "utf8").equals(bytes)) {
    notReviewed.push({ path, reason: "unreadable", detail: "The file's name is not valid UTF-8." });
    return undefined;
  }
  if (isInside(path)) return path;
  notReviewed.push({
    path,
    reason: "unreadable",
    detail: "The file's name leads out of the repository or into its .git folder.",
  });
  return undefined;
}

function isInside(path: string): boolean {
  if (process.platform === "win32" && /[\\:]/.test(path)) return false;
  return path
    .replace(/\/$/, "")
    .split("/")
    .every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}

export function firstLine(stderr: string): string {
  const line = stderr.split("\n").find((item) => item.trim() !== "") ?? "git failed without a message";
  return line.replace(/^(fatal|error): /, "");
}

/** Object id of the tree without entries. */
export async function emptyTree(repository: Repository): Promise<string> {
  const format = await repository.line(["rev-parse", "--show-object-format"]);
  return treeHash(format === "sha256" ? "sha256" : "sha1", []);
}

/**
 * The id of the tree that a commit of this index would have, computed here so that nothing is written.
 *
 * @returns Undefined while a conflict is open: then there is no such tree.
 * @throws UserError when git cannot read the index.
 */
export async function indexTreeId(repository: Repository): Promise<string | undefined> {
  const { code, stdout, stderr } = await repository.git(["ls-files", "--cached", "--stage", "--debug", "-z"]);
  if (code !== 0) throw new UserError(`git cannot read the index: ${firstLine(stderr)}`);
  const root: TreeNode = new Map();
  let algorithm: "sha1" | "sha256" = "sha1";
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(0, at);
    const tab = stdout.indexOf(9, at);
    if (end < 0) break;
    const [mode = "", oid = "", stage = ""] = stdout.toString("latin1", at, tab).split(" ");
    const next = endOfDebug(stdout, end + 1);
    const flags = parseDebug(stdout.toString("latin1", end + 1, next))?.flags ?? 0;
    // Names stay bytes here, one character each, so that any name gives the right tree.
    const path = stdout.toString("latin1", tab + 1, end);
    at = next;
    if (stage !== "0") return undefined;
    if (oid.length === 64) algorithm = "sha256";
    if ((flags & intentToAddFlag) === 0) put(root, path.split("/"), { mode, oid });
  }
  return hashNode(root, algorithm);
}

type TreeNode = Map<string, TreeNode | TreeSide>;

function put(node: TreeNode, [name = "", ...rest]: readonly string[], side: TreeSide): void {
  if (rest.length === 0) {
    node.set(name, side);
    return;
  }
  const child = node.get(name);
  const folder: TreeNode = child instanceof Map ? child : new Map();
  node.set(name, folder);
  put(folder, rest, side);
}

function hashNode(node: TreeNode, algorithm: "sha1" | "sha256"): string {
  const entries = [...node].map(([name, child]) =>
    child instanceof Map ? { name, mode: "40000", oid: hashNode(child, algorithm) } : { name, mode: child.mode, oid: child.oid },
  );
  return treeHash(algorithm, entries);
}

/** git sorts a tree by bytes, folders as if their name ended with a slash. */
function treeHash(algorithm: "sha1" | "sha256", entries: readonly (TreeSide & { readonly name: string })[]): string {
  const key = (entry: TreeSide & { readonly name: string }): string => (entry.mode === "40000" ? `${entry.name}/` : entry.name);
  const sorted = [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const parts = sorted.map((entry) =>
    Buffer.concat([Buffer.from(`${entry.mode} ${entry.name}\0`, "latin1"), Buffer.from(entry.oid, "hex")]),
  );
  return objectHash(algorithm, "tree", Buffer.concat(parts));
}

/** @returns The id that git gives an object of this content. */
export function objectHash(algorithm: "sha1" | "sha256", type: "blob" | "tree", bytes: Buffer): string {
  return createHash(algorithm).update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}
