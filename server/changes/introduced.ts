/** Tells the findings that a change introduced from those that were there before. Pure. */

import type { Finding } from "../engine/findings/finding.ts";

export interface BaseFindings {
  /** Path in the base. */
  readonly path: string;
  readonly findings: readonly Finding[];
  /** Whether no function of this name is left in the file. Default: none is told to be. */
  readonly isGone?: (name: string) => boolean;
}

export interface CurrentFindings {
  readonly path: string;
  /** The path in the base where it was renamed. */
  readonly basePath?: string;
  readonly findings: readonly Finding[];
  /** Whether a finding stands on changed lines. Decides which of several equal ones is the new one; default: the last. */
  readonly isChanged?: (finding: Finding) => boolean;
  /** Whether the file had no function of this name. Default: none is told to be new. */
  readonly isNew?: (name: string) => boolean;
}

/** What is known of code that moved within a change. */
export interface Moves {
  /** Equal for findings that may be the same code at another place; undefined where nothing can be told. */
  readonly keyOf: (finding: Finding, side: "base" | "current") => string | undefined;
  readonly isMove: (before: Finding, now: Finding) => boolean;
  /** Whether what guarded a finding guards it also in another file. */
  readonly keepsGuards: (before: Finding, now: Finding) => boolean;
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
 * the rest; then the content alone where its function moved into or out of a class, or is gone and the other one is new; last,
 * what else is known to have moved. A finding whose suppression was taken away is introduced.
 *
 * @param base All files of the change as they were, deleted ones too: code may have moved out of them.
 * @returns One entry for each current file, in the order given.
 */
export function markIntroduced(
  base: readonly BaseFindings[],
  current: readonly CurrentFindings[],
  moves?: Moves,
): MarkedFindings[] {
  const known = base.map(({ path, findings, isGone }) => ({
    path,
    findings: findings.map((finding) => ({ finding, path, taken: false, ...(isGone ? { isGone } : {}) })),
  }));
  const existing = new Set<Finding>();
  const ordered = new Map(current.map((file) => [file, unchangedFirst(file)]));
  const pass = (keyOf: KeyOf, poolOf: (file: CurrentFindings) => Pool | undefined, fits?: Fits): void => {
    for (const [file, findings] of ordered) {
      const pool = poolOf(file);
      if (pool === undefined || pool.size === 0) continue;
      for (const finding of findings) {
        if (existing.has(finding)) continue;
        const suits = (before: BaseFinding): boolean => fits === undefined || fits(before, finding, file);
        if (take(pool, keyOf(finding), finding, suits)) existing.add(finding);
      }
    }
  };
  const all = (): BaseFinding[] => known.flatMap(({ findings }) => findings);
  for (const keyOf of [fingerprintOf, shapeOf]) {
    const pools = new Map(known.map(({ path, findings }) => [path, poolOf(findings, keyOf)]));
    pass(keyOf, (file) => pools.get(file.basePath ?? file.path), weighsNoMore);
  }
  const isNoWorse: Fits = (before, now, file) =>
    weighsNoMore(before, now, file) && moves?.keepsGuards(before.finding, now) !== false;
  for (const keyOf of [fingerprintOf, shapeOf]) {
    const pool = poolOf(all(), keyOf);
    pass(keyOf, () => pool, isNoWorse);
  }
  const contents = poolOf(all(), contentOf);
  pass(
    contentOf,
    () => contents,
    (before, now, file) => isMoved(before, now, file.isNew) && isNoWorse(before, now, file),
  );
  if (moves) {
    const written = poolOf(all(), (finding) => moves.keyOf(finding, "base"));
    pass(
      (finding) => moves.keyOf(finding, "current"),
      () => written,
      (before, now, file) => moves.isMove(before.finding, now) && isNoWorse(before, now, file),
    );
  }
  return current.map(({ path, findings }) => ({
    path,
    introduced: findings.filter((finding) => !existing.has(finding)),
    existing: findings.filter((finding) => existing.has(finding)),
  }));
}

const severities = ["low", "medium", "high", "critical"];

/** What moved out of a test or an example is run by the program now. */
function weighsNoMore({ finding, path }: BaseFinding, now: Finding, file: CurrentFindings): boolean {
  return path === file.path || severities.indexOf(now.severity) <= severities.indexOf(finding.severity);
}

type KeyOf = (finding: Finding) => string | undefined;

type Fits = (before: BaseFinding, now: Finding, file: CurrentFindings) => boolean;

function fingerprintOf({ fingerprint }: Finding): string {
  return fingerprint;
}

function shapeOf({ shapeFingerprint }: Finding): string | undefined {
  return shapeFingerprint;
}

/** Only of what stands in a function that has a name. */
function contentOf({ contentFingerprint, within }: Finding): string | undefined {
  return functionName(within) === undefined ? undefined : contentFingerprint;
}

/** Of `Class.method`; a handler of `app.get("/path")` has none. */
function functionName(within: string): string | undefined {
  return /[\p{L}\p{N}_$]+$/u.exec(within)?.[0];
}

function isMoved({ finding, isGone }: BaseFinding, current: Finding, isNew: CurrentFindings["isNew"]): boolean {
  const before = functionName(finding.within) ?? "";
  const now = functionName(current.within) ?? "";
  return before === now || (isGone?.(before) === true && isNew?.(now) === true);
}

/** A finding of the base; each stands for one of the current text. */
interface BaseFinding {
  readonly finding: Finding;
  readonly path: string;
  readonly isGone?: NonNullable<BaseFindings["isGone"]>;
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
function take(pool: Pool, key: string | undefined, { suppression }: Finding, fits = (_: BaseFinding) => true): boolean {
  const left = key === undefined ? [] : (pool.get(key) ?? []).filter((item) => !item.taken && fits(item));
  const isSuppressed = ({ finding }: BaseFinding): boolean => finding.suppression !== undefined;
  const found = (suppression && left.find(isSuppressed)) ?? left.find((item) => !isSuppressed(item));
  if (found) found.taken = true;
  return found !== undefined;
}

function unchangedFirst({ findings, isChanged }: CurrentFindings): readonly Finding[] {
  if (!isChanged) return findings;
  return [...findings.filter((finding) => !isChanged(finding)), ...findings.filter((finding) => isChanged(finding))];
}
