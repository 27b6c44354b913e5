/** Notices commits, check-outs, staging and what other windows record by watching files in git's folder; cheap, and independent of what the editor watches. */

import { type FSWatcher, lstatSync, watch } from "node:fs";
import { dirname, join } from "node:path";

/** Files of the git folder whose change means another base or another index. */
const telling = /^(HEAD|index|packed-refs|MERGE_HEAD|CHERRY_PICK_HEAD|REBASE_HEAD|ORIG_HEAD)$/;

/** Files of the record that views show; its folder lies in git's. */
const record = /^(journal|seen)\.jsonl$/;
const recordFolder = "linewarden";
/** Milliseconds: one look writes several lines. */
const recordSettlesMs = 100;

export interface GitEvents {
  /** Another base or another index. */
  changed(): void;
  recorded(): void;
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
  const stopRecord = watchRecord(join(commonDir, recordFolder), add, recorded);
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

type Add = (folder: string, recursive: boolean, matters: (file: string) => boolean, onChange?: () => void) => void;

/** The folder comes with the first thing that is recorded. @returns Ends the waiting. */
function watchRecord(folder: string, add: Add, recorded: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      recorded();
    }, recordSettlesMs).unref();
  };
  let isWatched = false;
  const addFolder = (): void => {
    if (isWatched || !isOwnFolder(folder)) return;
    isWatched = true;
    add(folder, false, (file) => record.test(file), soon);
  };
  addFolder();
  const onFolder = (): void => {
    addFolder();
    soon();
  };
  if (!isWatched) add(dirname(folder), false, (file) => file === recordFolder && !isWatched, onFolder);
  return () => clearTimeout(timer);
}

/** A link could lead to the whole disk. */
function isOwnFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
