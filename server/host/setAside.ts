/** Remembers files whose analysis crashed or hung: named as not reviewed, and not tried again until their text changes. */

import { createHash } from "node:crypto";
import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis, NotReviewed } from "../engine/findings/finding.ts";
import type { JobOutcome } from "./workerThread.ts";

export interface SetAside {
  get(file: SourceFile): FileAnalysis | undefined;
  /** @returns The analysis to show instead. */
  add(file: SourceFile, outcome: JobOutcome): FileAnalysis;
}

const limit = 1000;

export function createSetAside(): SetAside {
  const entries = new Map<string, { readonly hash: string; readonly analysis: FileAnalysis }>();
  return {
    get(file) {
      const entry = entries.get(file.path);
      return entry && entry.hash === hashText(file.text) ? entry.analysis : undefined;
    },
    add(file, outcome) {
      const analysis = notAnalysed(file, explain(file.path, outcome));
      entries.delete(file.path);
      entries.set(file.path, { hash: hashText(file.text), analysis });
      for (const oldest of entries.keys()) {
        if (entries.size <= limit) break;
        entries.delete(oldest);
      }
      return analysis;
    },
  };
}

/** A result without findings that says why. */
export function notAnalysed(file: SourceFile, why: NotReviewed): FileAnalysis {
  return {
    path: file.path,
    findings: [],
    topics: [],
    notReviewed: [why],
    reviewed: false,
    lines: file.text.split("\n").length,
    bytes: Buffer.byteLength(file.text),
    rulesRun: 0,
    steps: 0,
  };
}

/** Content identity of a text, for caches: never stored on disk. */
export function hashText(text: string): string {
  return createHash("sha1").update(text).digest("base64");
}

function explain(path: string, outcome: JobOutcome): NotReviewed {
  if (outcome.kind === "timed out") {
    const rule = outcome.ruleId ? ` in the rule ${outcome.ruleId}` : "";
    const detail = `The analysis did not end within ${outcome.milliseconds / 1000} s${rule}. It is tried again when the file changes.`;
    return { path, reason: "timed out", detail, ...(outcome.ruleId ? { ruleId: outcome.ruleId } : {}) };
  }
  const failure = outcome.kind === "crashed" ? outcome : { detail: "unknown" };
  const ruleId = outcome.kind === "crashed" ? outcome.ruleId : undefined;
  const rule = ruleId ? ` in the rule ${ruleId}` : "";
  const detail = `The analysis failed${rule}: ${failure.detail} It is tried again when the file changes.`;
  return { path, reason: "crashed", detail, ...(ruleId ? { ruleId } : {}) };
}
