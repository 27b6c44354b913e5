/** Takes the repository's own rules and their tests out of a change: code that is wrong on purpose, and patterns that find themselves. Pure. */

import type { NotReviewed } from "../engine/findings/finding.ts";
import type { ChangeSet, FileChange } from "./change.ts";
import { diffHunks } from "./hunks.ts";

const folder = ".linewarden/rules";

/**
 * @returns The change without the files below the rule folder, and with one entry that counts them in what was not reviewed. What moves out
 * of the folder is new, and what moves into it is gone from where it was.
 */
export function leaveOutRules(change: ChangeSet): ChangeSet {
  const hasRules = change.files.some(({ path, basePath }) => isRule(path) || (basePath !== undefined && isRule(basePath)));
  if (!hasRules && !change.notReviewed.some(({ path }) => path !== undefined && isRule(path))) return change;
  const left = change.files.filter((file) => file.status !== "unchanged" && isRule(file.path)).length;
  const files = change.files.flatMap(withoutRules).sort(inOrder);
  const notReviewed = change.notReviewed.filter(({ path }) => path === undefined || !isRule(path));
  if (left === 0) return { ...change, files, notReviewed };
  return { ...change, files, notReviewed: [...notReviewed, { path: folder, ...rulesLeftOut(left) }] };
}

/** Says that files of the rule folder were not looked at. @param left How many, at least one. */
export function rulesLeftOut(left: number): Pick<NotReviewed, "reason" | "detail"> {
  const files = left === 1 ? "1 rule file or test was" : `${left} rule files and tests were`;
  return { reason: "not checked", detail: `${files} left out: no rule looks at rules.` };
}

/** Whether the change is one of rules alone. */
export function isOfRules({ notReviewed }: Pick<ChangeSet, "notReviewed">): boolean {
  return notReviewed.some(({ path, reason }) => path === folder && reason === "not checked");
}

function withoutRules(file: FileChange): FileChange[] {
  const { path, basePath, baseText, text } = file;
  const wasRule = basePath !== undefined && isRule(basePath);
  if (!isRule(path)) {
    if (!wasRule) return [file];
    const { basePath: _, baseText: __, ...added } = file;
    return [{ ...added, status: "added", hunks: diffHunks("", text ?? "") }];
  }
  if (basePath === undefined || wasRule) return [];
  return [
    { path: basePath, status: "deleted", ...(baseText === undefined ? {} : { baseText }), hunks: diffHunks(baseText ?? "", "") },
  ];
}

function isRule(path: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** Those that import a changed one stand behind. */
function inOrder(a: FileChange, b: FileChange): number {
  const behind = Number(a.status === "unchanged") - Number(b.status === "unchanged");
  return behind !== 0 ? behind : a.path < b.path ? -1 : 1;
}
