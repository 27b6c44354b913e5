/** Notices commits, check-outs, staging and what other windows record by watching files in git's folder; cheap, and independent of what the editor watches. */

import { type FSWatcher, lstatSync, watch } from "node:fs";
import { dirname, join } from "node:path";

/** Files of the git folder whose change means another base or another index. */
const telling = /^(HEAD|index|packed-refs|MERGE_HEAD|CHERRY_PICK_HEAD|REBASE_HEAD|ORIG_HEAD)$/;

/** What views show of the record: answers and marks, lines that were looked at. */
export type RecordFile = "journal" | "looks";

/** Its folder lies in git's. */
const record = new Map<string | null, RecordFile>([
  ["journal.jsonl", "journal"],
  ["seen.jsonl", "looks"],
]);
const recordFolder = "linewarden";
/** Milliseconds: one look writes several lines. */
const recordSettlesMs = 100;

export interface GitEvents {
  /** Another base or another index. */
  changed(): void;
  /** @param file `undefined`: any of them. */
  recorded(file?: RecordFile): void;
}

export interface GitWatch {
  dispose(): void;
}

/** A folder that cannot be watched (network drives, too many watches) is left to the other triggers. */
export function watchGit(gitDir: string, commonDir: string, { changed, recorded }: GitEvents): GitWatch {
  const watchers: FSWatcher[] = [];
  const add = (folder: string, recursive: boolean, matters: (file: string) => boolean, onChange = changed): void => {
    try {
      const watcher = watch(folder, { recursive, persistent: false }, (_, file) => {
        if (file === null || matters(file)) onChange();
      });
      watcher.on("error", () => watcher.close());
      watchers.push(watcher);
    } catch {
      // Not every folder can be watched; a re-read on save, on focus and by the editor's own watcher remains.
    }
  };
  add(gitDir, false, (file) => telling.test(file));
  if (commonDir !== gitDir) add(commonDir, false, (file) => file === "packed-refs");
  const stopRecord = watchRecord(join(commonDir, recordFolder), recorded);
  const refs = join(commonDir, "refs");
  const watched = new Set<string>();
  const addRefs = (name: string): void => {
    const folder = join(refs, name);
    if (watched.has(name) || !isOwnFolder(refs) || !isOwnFolder(folder)) return;
    watched.add(name);
    add(folder, true, (file) => !file.endsWith(".lock"));
  };
  addRefs("heads");
  // A push changes what the remotes have; before the first one there is no folder for them.
  addRefs("remotes");
  if (isOwnFolder(refs))
    add(refs, false, (file) => {
      if (file !== "remotes") return false;
      addRefs(file);
      return true;
    });
  return {
    dispose() {
      stopRecord();
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** The folder comes with the first thing that is recorded, and may be removed and come again. @returns Ends the waiting. */
function watchRecord(folder: string, recorded: GitEvents["recorded"]): () => void {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Set<RecordFile | undefined>();
  const soon = (file: RecordFile | undefined): void => {
    waiting.add(file);
    timer ??= setTimeout(() => {
      timer = undefined;
      const [only, ...others] = waiting;
      waiting.clear();
      recorded(others.length === 0 ? only : undefined);
    }, recordSettlesMs).unref();
  };
  let inner: { readonly watcher: FSWatcher | undefined; readonly id: string } | undefined;
  const addFolder = (): void => {
    const id = folderId(folder);
    if (id === inner?.id) return;
    inner?.watcher?.close();
    inner =
      id === undefined
        ? undefined
        : {
            id,
            watcher: tryWatch(folder, (file) => {
              const which = record.get(file);
              if (file === null || which) soon(which);
            }),
          };
  };
  addFolder();
  const outer = tryWatch(dirname(folder), (file) => {
    if (file !== recordFolder) return;
    addFolder();
    soon(undefined);
  });
  return () => {
    clearTimeout(timer);
    outer?.close();
    inner?.watcher?.close();
  };
}

function tryWatch(folder: string, onEvent: (file: string | null) => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_, file) => onEvent(file));
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

/** A link could lead to the whole disk. */
function isOwnFolder(path: string): boolean {
  return folderId(path) !== undefined;
}

/** Tells a folder from another one that took its name. */
function folderId(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() ? `${stats.dev}:${stats.ino}:${stats.birthtimeMs}` : undefined;
}
