/** What a run looked at and what it did not, in words. */

import path from "node:path";
import type { NotReviewed } from "../../engine/findings/finding.ts";
import { count } from "../../review/plural.ts";
import { listOf, untranslated } from "../../review/translate.ts";
import { plain } from "./plainText.ts";
import type { Report } from "./report.ts";

export function coveredLine(report: Report): string {
  const { filesChanged, filesReviewed, lines, bytes, rules, milliseconds } = report.coverage;
  const files = `${filesReviewed} of ${count(filesChanged, report.review ? "changed file" : "file")}`;
  const seconds = (milliseconds / 1000).toFixed(2);
  return `${files}, ${count(lines, "line")}, ${size(bytes)}, ${count(rules, "rule")}, ${seconds} s. Not reviewed: ${missing(report)}.`;
}

/** Whole files, which together with the reviewed ones are all; parts of reviewed ones; what was not counted; problems of rules, as `rules check` counts them. */
function missing({ notReviewed, files, coverage }: Report): string {
  if (notReviewed.length === 0 && coverage.filesReviewed === coverage.filesChanged) return "nothing";
  const whole = new Set<string>();
  const parts = new Set<string>();
  const leftOut = new Set<string>();
  let ofRules = 0;
  for (const entry of notReviewed) {
    const reviewed = entry.path === undefined ? undefined : files.get(entry.path);
    if (isRule(entry, reviewed !== undefined)) ofRules++;
    else (reviewed === undefined ? leftOut : reviewed ? parts : whole).add(entry.path ?? entry.detail);
  }
  const empty = coverage.filesChanged - coverage.filesReviewed - whole.size;
  const said = [
    whole.size > 0 ? count(whole.size, "file") : "",
    parts.size > 0 ? `${count(parts.size, "file")} in part` : "",
    leftOut.size > 0 ? `${count(leftOut.size, "path")} left out` : "",
    ofRules > 0 ? count(ofRules, "problem of a rule", "problems of rules") : "",
  ].filter(Boolean);
  const named = said.length === 0 ? "" : `${listOf(untranslated, said, said.length)}, named here`;
  return [named, empty > 0 ? `${count(empty, "file")} with nothing to look at` : ""].filter(Boolean).join("; ");
}

/** A rule that was not run names its rule file; one that failed on a file names that file. */
function isRule({ path: file, reason }: NotReviewed, isCounted: boolean): boolean {
  return reason === "rule unsupported" || (reason === "rule error" && (!isCounted || /\.(ya?ml|json)$/i.test(file ?? "")));
}

function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const maxNotReviewed = 12;

/** Entries with the same reason stand together. */
export function listNotReviewed(
  { notReviewed }: Report,
  { all, cwd }: { readonly all: boolean; readonly cwd: string },
): string[] {
  const groups = new Map<string, NotReviewed[]>();
  for (const entry of notReviewed) {
    const key = `${entry.reason}\0${entry.detail}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const lines = [...groups.values()].map((group) => {
    const paths = group.flatMap(({ path: file }) => (file === undefined ? [] : [plain(shortest(file, cwd))]));
    const named = all ? paths : paths.slice(0, 3);
    const rest = paths.length - named.length;
    const where = named.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
    return `${where === "" ? "" : `${where}: `}${group[0]?.reason}. ${plain(group[0]?.detail ?? "")}`;
  });
  if (all || lines.length <= maxNotReviewed) return lines;
  return [...lines.slice(0, maxNotReviewed), `and ${lines.length - maxNotReviewed} more (--all shows them)`];
}

/** A rule file that was named is kept by its absolute path; the person wrote it from where they stand. */
function shortest(file: string, cwd: string): string {
  if (!path.isAbsolute(file)) return file;
  const relative = path.relative(cwd, file).split(path.sep).join("/");
  return relative !== "" && relative.length < file.length ? relative : file;
}
