/** The findings that a person marked as not useful, for each root: kept in the root's record, found again by content. */

import type { Finding } from "../engine/findings/finding.ts";
import { hash64 } from "../engine/findings/hash.ts";
import { readJournal } from "../store/journal.ts";
import { findRecordFolder, makeRecordFolder, type RecordPlace } from "../store/recordFolder.ts";
import { notUsefulIn, recordUsefulness } from "../store/usefulness.ts";

type Marked = Pick<Finding, "ruleId" | "fingerprint" | "shapeFingerprint" | "within" | "captures">;

export interface Usefulness {
  isNotUseful(dir: string | undefined, finding: Marked): boolean;
  /** Findings of this rule that are marked. */
  countOf(dir: string | undefined, ruleId: string): number;
  /** @returns Why it could not be written, if so. */
  mark(dir: string, finding: Marked, useful: boolean, by: string): string | undefined;
  forget(dir: string): void;
}

/** @param placeOf Where a root's record is kept; `undefined`: nowhere. */
export function createUsefulness(placeOf: (dir: string) => RecordPlace | undefined): Usefulness {
  const known = new Map<string, Map<string, Set<string>>>();
  const marksOf = (dir: string | undefined): ReadonlyMap<string, ReadonlySet<string>> => {
    const stored = dir === undefined ? undefined : known.get(dir);
    if (stored || dir === undefined) return stored ?? new Map();
    // Until the folder was read for the first time it has no record: an empty one must not be kept for it.
    const place = placeOf(dir);
    if (!place) return new Map();
    const folder = findRecordFolder(place);
    const marks = "path" in folder ? notUsefulIn(readJournal(folder.path).records) : new Map<string, Set<string>>();
    known.set(dir, marks);
    return marks;
  };
  return {
    isNotUseful: (dir, finding) => marksOf(dir).get(finding.ruleId)?.has(contentOf(finding)) === true,
    countOf: (dir, ruleId) => marksOf(dir).get(ruleId)?.size ?? 0,
    mark(dir, finding, useful, by) {
      const place = placeOf(dir);
      const folder = place && makeRecordFolder(place);
      if (!folder) return "The editor names no storage for folders without git.";
      if ("problem" in folder) return folder.problem;
      const content = contentOf(finding);
      const write = recordUsefulness(folder.path, {
        rule: finding.ruleId,
        content,
        useful,
        by,
        at: new Date().toISOString(),
      });
      // Read again with the next question, with what other windows wrote.
      known.delete(dir);
      return write.written ? undefined : write.problem;
    },
    forget: (dir) => void known.delete(dir),
  };
}

/**
 * The finding and the whole function around it: of another function nobody has said anything, nor of what this one becomes. Outside of
 * functions what the metavariables stand for.
 */
function contentOf({ shapeFingerprint, fingerprint, within, captures }: Marked): string {
  const code = within === "" ? Object.entries(captures).map(([name, { text }]) => `${name}=${text}`) : [];
  return hash64([shapeFingerprint ?? fingerprint, ...code].join("\0"));
}
