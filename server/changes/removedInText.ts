/** The guards that one file lost between two texts. Pure. */

import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import { diffHunks } from "./hunks.ts";
import { removedGuards } from "./removedGuards.ts";

/** @param analyze Looks at a text of the file, with its guards. @returns Places are those of `text`. */
export function removedInText(
  path: string,
  baseText: string,
  text: string,
  analyze: (text: string) => FileAnalysis,
): readonly Finding[] {
  const change = { path, status: "modified", baseText, text, hunks: diffHunks(baseText, text) } as const;
  return removedGuards([{ change, base: analyze(baseText), current: analyze(text) }]).get(path) ?? [];
}
