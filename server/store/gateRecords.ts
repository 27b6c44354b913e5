/** What the gate said, by the tree it judged: so that a commit that it never saw is noticed. */

import { appendRecord, type JournalRecord, type JournalWrite } from "./journal.ts";

export interface GateRecord {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Id of the tree of the judged index or commit. */
  readonly tree: string;
  /** Commit it was compared with; absent before the first one. */
  readonly base?: string;
  readonly blocked: boolean;
  /** One line: "2 high findings". */
  readonly summary: string;
  readonly introduced: number;
  readonly filesChanged: number;
  readonly filesReviewed: number;
}

/** A commit that the gate did not let through: made with --no-verify, elsewhere, or by a command that has no hook. */
export interface PassedByRecord {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly commit: string;
  readonly tree: string;
  /** How it came about, as far as is known: "the gate blocked this tree", "the gate never judged this tree". */
  readonly reason: string;
}

/** Appends a verdict. Never throws. */
export function recordGate(folder: string, record: GateRecord): JournalWrite {
  return appendRecord(folder, { kind: "gate", ...record });
}

/** Appends a notice of a commit made around the gate. Never throws. */
export function recordPassedBy(folder: string, record: PassedByRecord): JournalWrite {
  return appendRecord(folder, { kind: "passed by", ...record });
}

/** Appends that the gate was put in place; commits from then on are its own. @param head The last commit before. Never throws. */
export function recordInstalled(folder: string, at: string, head: string | undefined): JournalWrite {
  return appendRecord(folder, { kind: "gate installed", at, ...(head === undefined ? {} : { head }) });
}

/** @returns Since when the gate stands here: its last installation, else the first thing that it judged; undefined when it did neither. */
export function installedSince(records: readonly JournalRecord[]): { readonly at: string; readonly head?: string } | undefined {
  const installed = records.findLast(({ kind }) => kind === "gate installed") ?? records.find(({ kind }) => kind === "gate");
  if (!installed) return undefined;
  return { at: installed.at, ...(typeof installed.head === "string" ? { head: installed.head } : {}) };
}

/** @returns The gate's latest verdict on this tree; undefined when it never judged it. */
export function verdictOnTree(records: readonly JournalRecord[], tree: string): GateRecord | undefined {
  return records.flatMap(toGate).findLast((record) => record.tree === tree);
}

/** Oldest first. */
export function gateRecordsIn(records: readonly JournalRecord[]): GateRecord[] {
  return records.flatMap(toGate);
}

/** Oldest first. */
export function passedByIn(records: readonly JournalRecord[]): PassedByRecord[] {
  return records.flatMap(({ kind, at, commit, tree, reason }) =>
    kind === "passed by" && typeof commit === "string" && typeof tree === "string"
      ? [{ at, commit, tree, reason: typeof reason === "string" ? reason : "" }]
      : [],
  );
}

function toGate({
  kind,
  at,
  tree,
  base,
  blocked,
  summary,
  introduced,
  filesChanged,
  filesReviewed,
}: JournalRecord): GateRecord[] {
  if (kind !== "gate" || typeof tree !== "string" || typeof blocked !== "boolean") return [];
  return [
    {
      at,
      tree,
      ...(typeof base === "string" ? { base } : {}),
      blocked,
      summary: typeof summary === "string" ? summary : "",
      introduced: count(introduced),
      filesChanged: count(filesChanged),
      filesReviewed: count(filesReviewed),
    },
  ];
}

function count(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}
