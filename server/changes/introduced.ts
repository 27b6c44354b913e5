/** Tells the findings that a change introduced from those that were there before. Pure. */

import type { Finding } from "../engine/findings/finding.ts";

export interface BaseFindings {
  /** Path in the base. */
  readonly path: string;
  readonly findings: readonly Finding[];
}

export interface CurrentFindings {
  readonly path: string;
  /** The path in the base where it was renamed. */
  readonly basePath?: string;
  readonly findings: readonly Finding[];
  /** Whether a finding stands on changed lines. Decides which of several equal ones is the new one; default: the last. */
  readonly isChanged?: (finding: Finding) => boolean;
}

export interface MarkedFindings {
  readonly path: string;
  /** In the order given. */
  readonly introduced: readonly Finding[];
  readonly existing: readonly Finding[];
}

/**
 * Compares by fingerprint as a multiset: first within each file and its former name, then across the files of the change, so
 * that moved code introduces nothing while a second copy does. A finding whose suppression was taken away is introduced.
 *
 * @param base All files of the change as they were, deleted ones too: code may have moved out of them.
 * @returns One entry for each current file, in the order given.
 */
export function markIntroduced(base: readonly BaseFindings[], current: readonly CurrentFindings[]): MarkedFindings[] {
  const known = new Map(base.map(({ path, findings }) => [path, countFindings(findings)]));
  const existing = new Map<CurrentFindings, Set<Finding>>();
  const left = new Map<CurrentFindings, Finding[]>();
  for (const file of current) {
    const own = known.get(file.basePath ?? file.path);
    const found = new Set<Finding>();
    existing.set(file, found);
    left.set(file, own ? takeKnown(own, unchangedFirst(file), found) : [...file.findings]);
  }
  const moved = sumOf(known.values());
  for (const file of current) takeKnown(moved, left.get(file) ?? [], existing.get(file) ?? new Set());
  return current.map((file) => ({
    path: file.path,
    introduced: file.findings.filter((finding) => !existing.get(file)?.has(finding)),
    existing: file.findings.filter((finding) => existing.get(file)?.has(finding)),
  }));
}

/** How many findings there are with each fingerprint. */
interface Count {
  active: number;
  suppressed: number;
}

type Counts = Map<string, Count>;

function countFindings(findings: readonly Finding[]): Counts {
  const counts: Counts = new Map();
  for (const finding of findings) {
    const count = counts.get(finding.fingerprint) ?? { active: 0, suppressed: 0 };
    if (finding.suppression) count.suppressed++;
    else count.active++;
    counts.set(finding.fingerprint, count);
  }
  return counts;
}

function sumOf(all: Iterable<Counts>): Counts {
  const sum: Counts = new Map();
  for (const counts of all)
    for (const [fingerprint, count] of counts) {
      const total = sum.get(fingerprint) ?? { active: 0, suppressed: 0 };
      sum.set(fingerprint, { active: total.active + count.active, suppressed: total.suppressed + count.suppressed });
    }
  return sum;
}

/** Uses up what is known and adds those findings to `found`. @returns The findings that are left, in order. */
function takeKnown(known: Counts, findings: readonly Finding[], found: Set<Finding>): Finding[] {
  return findings.filter((finding) => {
    if (!take(known.get(finding.fingerprint), finding.suppression !== undefined)) return true;
    found.add(finding);
    return false;
  });
}

/** A suppressed finding may have been an active one; an active one that was suppressed is a new danger. */
function take(count: Count | undefined, suppressed: boolean): boolean {
  if (!count) return false;
  if (suppressed && count.suppressed > 0) count.suppressed--;
  else if (count.active > 0) count.active--;
  else return false;
  return true;
}

function unchangedFirst({ findings, isChanged }: CurrentFindings): Finding[] {
  if (!isChanged) return [...findings];
  return [...findings.filter((finding) => !isChanged(finding)), ...findings.filter((finding) => isChanged(finding))];
}
