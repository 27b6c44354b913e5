/** Turns differing paths into file changes: reads their texts, pairs renames, finds the changed lines. */

import type { FileChange } from "../changes/change.ts";
import { diffHunks } from "../changes/hunks.ts";
import { pairRenames, type RenameCandidate } from "../changes/renames.ts";
import type { NotReviewed } from "../engine/findings/finding.ts";
import { decodeText } from "./files.ts";
import type { Repository } from "./git.ts";
import { type Blob, readBlobs } from "./gitBlobs.ts";
import { linkMode, submoduleMode, type TreeSide } from "./gitIndex.ts";
import type { Side } from "./workTree.ts";

/** One path that differs. `current` is absent for a deleted file, `base` for a new one. */
export interface PathChange {
  readonly path: string;
  readonly base?: TreeSide;
  readonly current?: Side;
  readonly untracked: boolean;
  readonly conflict: boolean;
}

type Content = { readonly text: string } | { readonly unread: Pick<NotReviewed, "reason" | "detail"> };

export interface FileChanges {
  /** One for each path, renamed files joined; in order of their paths' code units. */
  readonly files: FileChange[];
  /** Where a comparison could not be made: all lines of these files count as changed. */
  readonly notes: NotReviewed[];
}

/** Reads the texts of differing paths with two git processes. Never throws for what cannot be read. */
export async function toFileChanges(
  repository: Repository,
  changes: readonly PathChange[],
  maxBytes: number,
): Promise<FileChanges> {
  const ids = changes.flatMap(({ base, current }) => [
    ...(base && isFileMode(base.mode) ? [base.oid] : []),
    ...(current && isFileMode(current.mode) && !current.bytes && !current.unread ? [current.oid] : []),
  ]);
  const blobs = await readBlobs(repository, ids, maxBytes);
  const read = changes.map((change) => ({
    change,
    base: change.base && contentOf(change.base, blobs),
    current: change.current && contentOf(change.current, blobs),
  }));
  const joined = joinRenames(read);
  const files = joined.map(toFileChange).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, notes: joined.flatMap(noteOn) };
}

function noteOn({ change, base, current }: ReadChange): NotReviewed[] {
  if (!current || !("text" in current)) return [];
  const { path } = change;
  if (change.current?.filter !== undefined)
    return [
      {
        path,
        reason: "not checked",
        detail: `git's filter ${JSON.stringify(change.current.filter)} was not run, so the file may count as changed where git sees no change.`,
      },
    ];
  if (!base || !("unread" in base) || /^(binary|invalid UTF-8|symbolic link|submodule)$/.test(base.unread.reason)) return [];
  return [
    {
      path,
      reason: base.unread.reason,
      detail: `The earlier version was not read, so every line counts as changed. ${base.unread.detail}`,
    },
  ];
}

interface ReadChange {
  readonly change: PathChange;
  readonly basePath?: string;
  readonly base: Content | undefined;
  readonly current: Content | undefined;
}

function isFileMode(mode: string): boolean {
  return mode.startsWith("100");
}

const notFiles: Readonly<Record<string, Pick<NotReviewed, "reason" | "detail">>> = {
  [linkMode]: { reason: "symbolic link", detail: "It is a symbolic link; links are not followed." },
  [submoduleMode]: {
    reason: "submodule",
    detail: "The submodule points to another commit; review that change in the submodule.",
  },
};

function contentOf(side: Side, blobs: ReadonlyMap<string, Blob>): Content {
  const kind = notFiles[side.mode];
  if (kind) return { unread: kind };
  if (side.unread) return { unread: side.unread };
  const blob: Blob | undefined = side.bytes ? { bytes: side.bytes } : blobs.get(side.oid);
  if (!blob) return { unread: { reason: "unreadable", detail: "git has no content for it." } };
  return "unread" in blob ? blob : decodeText(blob.bytes);
}

function joinRenames(read: readonly ReadChange[]): ReadChange[] {
  const deleted = read.filter(({ current, base }) => !current && base);
  const added = read.filter(({ current, base }) => current && !base);
  const pairs = pairRenames(
    deleted.map(({ change, base }) => candidate(change.path, change.base, base)),
    added.map(({ change, current }) => candidate(change.path, change.current, current)),
  );
  if (pairs.size === 0) return [...read];
  const sources = new Map(deleted.map((item) => [item.change.path, item]));
  const joined = new Set(pairs.values());
  return read
    .filter(({ change }) => !joined.has(change.path) || change.current)
    .map((item) => {
      const from = item.base ? undefined : pairs.get(item.change.path);
      return from === undefined ? item : { ...item, basePath: from, base: sources.get(from)?.base };
    });
}

function candidate(path: string, side: TreeSide | undefined, content: Content | undefined): RenameCandidate {
  const isFile = side !== undefined && isFileMode(side.mode);
  return { path, id: isFile ? side.oid : "", ...(content && "text" in content ? { text: content.text } : {}) };
}

const conflicted: Pick<NotReviewed, "reason" | "detail"> = {
  reason: "conflict",
  detail: "The conflict in this file is not resolved.",
};

function toFileChange({ change, basePath, base, current }: ReadChange): FileChange {
  const baseText = base && "text" in base ? base.text : undefined;
  const text = current && "text" in current ? current.text : undefined;
  const unread = current && "unread" in current ? current.unread : change.conflict ? conflicted : undefined;
  return {
    path: change.path,
    status: statusOf(change, basePath, base, current),
    ...(basePath === undefined ? {} : { basePath }),
    ...(baseText === undefined ? {} : { baseText }),
    ...(text === undefined ? {} : { text }),
    ...(unread === undefined ? {} : { unread: { path: change.path, ...unread } }),
    ...(text === undefined && change.current?.oid ? { contentId: change.current.oid } : {}),
    hunks: text === undefined && current ? [] : diffHunks(baseText ?? "", text ?? ""),
  };
}

function statusOf(change: PathChange, basePath: string | undefined, base: unknown, current: unknown): FileChange["status"] {
  if (basePath !== undefined) return "renamed";
  if (!current) return change.conflict ? "modified" : "deleted";
  if (base) return "modified";
  return change.untracked ? "untracked" : "added";
}
