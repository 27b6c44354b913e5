/** When an answer of the engine that was kept is still the answer: what it depends on beside the text of the file itself. */

import { lstatSync } from "node:fs";
import path from "node:path";
import type { NotReviewed } from "../engine/findings/finding.ts";
import { digest } from "../store/contentCache.ts";
import type { AnalyzerOptions } from "./analyzer.ts";
import type { createModuleReader, ProjectSource } from "./moduleReader.ts";
import { buildStamp, resourceFolder } from "./resources.ts";
import { isDefaultRule } from "./ruleFiles.ts";

/** Whether another analysis would leave out the same. */
export function isSaidAgain({ reason }: NotReviewed): boolean {
  return reason !== "crashed" && reason !== "timed out" && reason !== "not checked" && reason !== "rule error";
}

type Reader = ReturnType<typeof createModuleReader>;

/** Milliseconds: clocks of file systems are coarse. */
const justNow = 2000;

/** @returns `undefined` when they are not known, or one of them may have changed since it was read. */
export function digestsOf(
  paths: readonly string[] | undefined,
  { imports }: ProjectSource,
  readerOfView: Reader,
  now: number,
): Record<string, string | null> | undefined {
  if (!paths) return undefined;
  const read = readerOfView(imports);
  const digests: Record<string, string | null> = {};
  for (const one of paths) {
    const text = read?.(one);
    digests[one] = text === undefined ? null : digest(text);
    const isGiven = imports?.texts !== undefined && Object.hasOwn(imports.texts, one);
    if (isGiven || imports?.root === undefined) continue;
    if (text !== undefined && changedSince(path.join(imports.root, one), now - justNow)) return undefined;
  }
  return digests;
}

/** Also where that cannot be told. */
function changedSince(file: string, time: number): boolean {
  try {
    const { mtimeMs, ctimeMs } = lstatSync(file);
    return Math.max(mtimeMs, ctimeMs) > time;
  } catch {
    return true;
  }
}

export function isUnchanged(
  digests: Readonly<Record<string, string | null>>,
  { imports }: ProjectSource,
  readerOfView: Reader,
): boolean {
  const entries = Object.entries(digests);
  const read = readerOfView(imports);
  if (!read) return entries.length === 0;
  return entries.every(([one, expected]) => {
    const text = read(one);
    return (text === undefined ? null : digest(text)) === expected;
  });
}

/** Names the program, the rules and the day. Those that come with the program are named by their file, since they are much to read. */
export function readerOf(
  { rules, knownIds, resources = resourceFolder() }: Pick<AnalyzerOptions, "rules" | "knownIds" | "resources">,
  now: number,
): string {
  const program = buildStamp(resources);
  const day = new Date(now).toISOString().slice(0, 10);
  return digest(JSON.stringify([program, day, knownIds ?? [], rules.map((rule) => (isDefaultRule(rule) ? rule.id : rule))]));
}
