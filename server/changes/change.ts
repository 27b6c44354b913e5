/** What changed since the base: plain data. */

import type { NotReviewed } from "../engine/findings/finding.ts";

/** Zero-based, `end` exclusive. An empty range marks the place of removed lines. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

export interface Hunk {
  /** Lines of the current text. */
  readonly current: LineRange;
  /** Lines of the base text that it replaces. */
  readonly base: LineRange;
}

export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The path in the base where it was renamed. */
  readonly basePath?: string;
  /** "unchanged": it imports a file of the change, so its findings may be others now. */
  readonly status: "added" | "modified" | "deleted" | "renamed" | "untracked" | "unchanged";
  /** Absent for a new file. */
  readonly baseText?: string;
  /** Absent for a deleted file, or one that could not be read as text (then `unread` says why). */
  readonly text?: string;
  readonly unread?: NotReviewed;
  /** Identity of the current content where there is no text but git knows one: a blob's, link's or submodule's id. */
  readonly contentId?: string;
  readonly hunks: readonly Hunk[];
}

export interface BaseDescription {
  readonly kind: "head" | "index" | "merge-base" | "commit" | "ref" | "empty" | "snapshot" | "none";
  /** For a person: "the uncommitted change against HEAD (3f2a1c9)". */
  readonly label: string;
  /** Commit or tree id where there is one. */
  readonly id?: string;
}

export interface ChangeSet {
  readonly root: string;
  readonly base: BaseDescription;
  /** In order of their paths, those that import a changed one after them. */
  readonly files: readonly FileChange[];
  /**
   * Texts by path of files outside of the change that changed files import, where these are not those of the folder: in the index another
   * text may stand than on disk. Absent: the folder's.
   */
  readonly imports?: ReadonlyMap<string, string>;
  /** What the files' own `unread` does not say: folders that cannot be opened, names that are not UTF-8, what was left out. */
  readonly notReviewed: readonly NotReviewed[];
}
