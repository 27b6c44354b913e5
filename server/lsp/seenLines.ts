/** Which changed lines a person has looked at, for each root: kept in the root's record, found again by content. */

import type { LineRange } from "../changes/change.ts";
import { findRecordFolder, makeRecordFolder, type RecordPlace } from "../store/recordFolder.ts";
import { forgetSeen, readSeen, readSeenOn, recordSeen, type SeenFile, type SeenRecord, unseenLines } from "../store/seen.ts";

export interface SeenLines {
  /** Unseen lines by path. Files without text are left out. */
  unseen(dir: string, files: readonly SeenFile[]): ReadonlyMap<string, readonly LineRange[]>;
  /** @returns Why it could not be written. */
  mark(dir: string, file: SeenFile): string | undefined;
  unmark(dir: string, file: SeenFile): string | undefined;
  /** Reads on where something was recorded. */
  recorded(dir: string): void;
  forget(dir: string): void;
}

/** @param placeOf Where a root's record is kept; `undefined`: nowhere. */
export function createSeenLines(placeOf: (dir: string) => RecordPlace | undefined): SeenLines {
  const known = new Map<string, SeenRecord>();

  const load = (dir: string): SeenRecord["lines"] => {
    const place = placeOf(dir);
    // Until the folder was read for the first time it has no record: an empty one must not be kept for it.
    if (!place) return new Map();
    const stored = known.get(dir) ?? read(place);
    known.set(dir, stored);
    return stored.lines;
  };
  const write = (dir: string, file: SeenFile, how: typeof recordSeen): string | undefined => {
    const place = placeOf(dir);
    const folder = place && makeRecordFolder(place);
    if (!folder) return "The editor names no storage for folders without git.";
    if ("problem" in folder) return folder.problem;
    const result = how(folder.path, load(dir), file, new Date().toISOString());
    return result.written ? undefined : result.problem;
  };
  return {
    unseen: (dir, files) => unseenLines(load(dir), files),
    mark: (dir, file) => write(dir, file, recordSeen),
    unmark: (dir, file) => write(dir, file, forgetSeen),
    recorded(dir) {
      const stored = known.get(dir);
      const place = placeOf(dir);
      if (stored && place) known.set(dir, read(place, stored));
    },
    forget: (dir) => void known.delete(dir),
  };
}

function read(place: RecordPlace, known?: SeenRecord): SeenRecord {
  const folder = findRecordFolder(place);
  if (!("path" in folder)) return { lines: new Map() };
  return known ? readSeenOn(folder.path, known) : readSeen(folder.path);
}
