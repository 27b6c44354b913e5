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
 * that moved code introduces nothing while a second copy does. Where only the enclosing function was renamed, its shape pairs
 * the rest. A finding whose suppression was taken away is introduced.
 *
 * @param base All files of the change as they were, deleted ones too: code may have moved out of them.
 * @returns One entry for each current file, in the order given.
 */
export function markIntroduced(base: readonly BaseFindings[], current: readonly CurrentFindings[]): MarkedFindings[] {
  const known = base.map(({ path, findings }) => ({ path, findings: findings.map((finding) => ({ finding, taken: false })) }));
  const existing = new Set<Finding>();
  const ordered = new Map(current.map((file) => [file, unchangedFirst(file)]));
  const pass = (keyOf: KeyOf, poolOf: (file: CurrentFindings) => Pool | undefined): void => {
    for (const [file, findings] of ordered) {
      const pool = poolOf(file);
      if (pool)
        for (const finding of findings) if (!existing.has(finding) && take(pool, keyOf(finding), finding)) existing.add(finding);
    }
  };
  for (const keyOf of [fingerprintOf, shapeOf]) {
    const pools = new Map(known.map(({ path, findings }) => [path, poolOf(findings, keyOf)]));
    pass(keyOf, (file) => pools.get(file.basePath ?? file.path));
  }
  for (const keyOf of [fingerprintOf, shapeOf]) {
    const pool = poolOf(
      known.flatMap(({ findings }) => findings),
      keyOf,
    );
    pass(keyOf, () => pool);
  }
  return current.map(({ path, findings }) => ({
    path,
    introduced: findings.filter((finding) => !existing.has(finding)),
    existing: findings.filter((finding) => existing.has(finding)),
  }));
}

type KeyOf = (finding: Finding) => string | undefined;

function fingerprintOf({ fingerprint }: Finding): string {
  return fingerprint;
}

function shapeOf({ shapeFingerprint }: Finding): string | undefined {
  return shapeFingerprint;
}

/** A finding of the base; each stands for one of the current text. */
interface BaseFinding {
  readonly finding: Finding;
  taken: boolean;
}

type Pool = Map<string, BaseFinding[]>;

function poolOf(findings: readonly BaseFinding[], keyOf: KeyOf): Pool {
  const pool: Pool = new Map();
  for (const item of findings) {
    const key = item.taken ? undefined : keyOf(item.finding);
    if (key === undefined) continue;
    const same = pool.get(key);
    if (same) same.push(item);
    else pool.set(key, [item]);
  }
  return pool;
}

/** A suppressed finding may have been an active one; an active one that was suppressed is a new danger. */
function take(pool: Pool, key: string | undefined, { suppression }: Finding): boolean {
  const left = key === undefined ? [] : (pool.get(key) ?? []).filter(({ taken }) => !taken);
  const isSuppressed = ({ finding }: BaseFinding): boolean => finding.suppression !== undefined;
  const found = (suppression && left.find(isSuppressed)) ?? left.find((item) => !isSuppressed(item));
  if (found) found.taken = true;
  return found !== undefined;
}

function unchangedFirst({ findings, isChanged }: CurrentFindings): readonly Finding[] {
  if (!isChanged) return findings;
  return [...findings.filter((finding) => !isChanged(finding)), ...findings.filter((finding) => isChanged(finding))];
}
