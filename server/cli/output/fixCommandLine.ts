/** The command line that applies the fix of one finding. */

import path from "node:path";
import { indexLines } from "../../engine/tree/lineIndex.ts";
import { idOf } from "../fixTarget.ts";
import { displayPath, quoteForShell } from "./displayPath.ts";
import type { Report, ReportFinding } from "./report.ts";

/** @returns What a person can paste where they stand: it names this finding and no other, also after other fixes moved it. */
export function fixCommandLine(
  { path: file, finding }: ReportFinding,
  { root, program, rules, textOf }: Pick<Report, "root" | "program" | "rules" | "textOf">,
  cwd: string,
): string {
  const text = textOf(file) ?? "";
  const line = indexLines(text).positionAt(finding.span.start).line + 1;
  const place = quoteForShell(`${displayPath(root, file, cwd)}:${line}@${idOf(finding, text)}`);
  const ruleFile = rules.find(({ id }) => id === finding.ruleId)?.place.file ?? "";
  // A rule that was named has to be named again.
  const named = path.isAbsolute(ruleFile) ? ` --rules ${quoteForShell(displayPath("", ruleFile, cwd))}` : "";
  return `${program} fix ${place}${named}`;
}
