/** Pairs deleted files with new ones that are the same file under another name. Pure. */

import { splitLines } from "./hunks.ts";

export interface RenameCandidate {
  readonly path: string;
  /** Object id or any other identity of the content; empty when unknown. */
  readonly id: string;
  /** Absent when it cannot be read as text: then only equal content pairs. */
  readonly text?: string;
}

/** At least half of the larger file must be shared, as git's default. */
const threshold = 0.5;
/** A line that stands in more of the deleted files than this says nothing about which one it came from. */
const commonLine = 50;

/**
 * Equal content first, then the most similar; a new file pairs with one deleted file at most.
 *
 * @returns Path of the new file to path of the deleted one. Empty files never pair.
 */
export function pairRenames(deleted: readonly RenameCandidate[], added: readonly RenameCandidate[]): Map<string, string> {
  const pairs = new Map<string, string>();
  if (deleted.length === 0 || added.length === 0) return pairs;
  const taken = new Set<string>();
  const take = (from: string, to: string): void => {
    if (pairs.has(to) || taken.has(from)) return;
    pairs.set(to, from);
    taken.add(from);
  };
  for (const { from, to } of equalPairs(deleted, added)) take(from, to);
  const left = deleted.filter(({ path }) => !taken.has(path));
  const right = added.filter(({ path }) => !pairs.has(path));
  for (const { from, to } of similarPairs(left, right)) take(from, to);
  return pairs;
}

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly score: number;
}

/** Among equal files those with the same name first. */
function equalPairs(deleted: readonly RenameCandidate[], added: readonly RenameCandidate[]): Pair[] {
  const byId = new Map<string, RenameCandidate[]>();
  for (const file of deleted) {
    if (file.id === "" || file.text === "") continue;
    byId.set(file.id, [...(byId.get(file.id) ?? []), file]);
  }
  const pairs = added.flatMap((file) => (byId.get(file.id) ?? []).map((from) => pair(from, file, 1)));
  return pairs.sort(bestFirst);
}

function similarPairs(deleted: readonly RenameCandidate[], added: readonly RenameCandidate[]): Pair[] {
  const lines = new Map<string, Map<number, number>>();
  const sizes = deleted.map((file, i) => {
    let size = 0;
    for (const line of meaningfulLines(file.text)) {
      const counts = lines.get(line) ?? new Map<number, number>();
      counts.set(i, (counts.get(i) ?? 0) + 1);
      lines.set(line, counts);
      size += line.length;
    }
    return size;
  });
  return added.flatMap((file) => similarTo(file, deleted, sizes, lines)).sort(bestFirst);
}

function similarTo(
  file: RenameCandidate,
  deleted: readonly RenameCandidate[],
  sizes: readonly number[],
  lines: ReadonlyMap<string, ReadonlyMap<number, number>>,
): Pair[] {
  let size = 0;
  const own = new Map<string, number>();
  for (const line of meaningfulLines(file.text)) {
    own.set(line, (own.get(line) ?? 0) + 1);
    size += line.length;
  }
  const shared = new Map<number, number>();
  for (const [line, count] of own) {
    const places = lines.get(line);
    if (!places || places.size > commonLine) continue;
    for (const [i, other] of places) shared.set(i, (shared.get(i) ?? 0) + Math.min(count, other) * line.length);
  }
  const pairs: Pair[] = [];
  for (const [i, bytes] of shared) {
    const from = deleted[i];
    const score = bytes / Math.max(size, sizes[i] ?? 0, 1);
    if (from && score >= threshold) pairs.push(pair(from, file, score));
  }
  return pairs;
}

function meaningfulLines(text: string | undefined): string[] {
  return splitLines(text ?? "")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function pair(from: RenameCandidate, to: RenameCandidate, score: number): Pair {
  const name = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
  return { from: from.path, to: to.path, score: score + (name(from.path) === name(to.path) ? 0.1 : 0) };
}

function bestFirst(a: Pair, b: Pair): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  return a.from < b.from ? -1 : 1;
}
