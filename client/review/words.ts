/** Words that several views share. Pure. */

import type { FolderReview, ViewFinding, ViewItem } from "../../server/protocol.ts";
import type { Translate } from "../../server/review/translate.ts";

export function stateWord(t: Translate, state: ViewItem["state"]): string {
  return {
    problem: t("problem"),
    "needs a person": t("needs a person"),
    "looks fine": t("looks fine"),
    "not touched": t("not touched"),
  }[state];
}

export function linesWord(t: Translate, lines: number): string {
  return lines === 1 ? t("1 line") : t("{0} lines", lines);
}

export function findingsWord(t: Translate, findings: number): string {
  return findings === 1 ? t("1 finding") : t("{0} findings", findings);
}

/** Of a folder: findings that the setting `disabledRules` keeps out of the editor. */
export function hiddenFindings({ files }: FolderReview): number {
  return files.reduce((sum, file) => sum + file.hiddenFindings, 0);
}

export function hiddenWord(t: Translate, hidden: number): string {
  return hidden === 1 ? t("1 finding hidden by a setting") : t("{0} findings hidden by a setting", hidden);
}

/** Of a folder: findings that a person marked as not useful. */
export function notUsefulIn({ files }: FolderReview): readonly ViewFinding[] {
  return files.flatMap(({ notUseful = [] }) => notUseful);
}

export function notUsefulWord(t: Translate, count: number): string {
  return count === 1 ? t("1 finding marked as not useful") : t("{0} findings marked as not useful", count);
}

/** Why something was not reviewed, in a few words; a reason that is not known here stays as it is. */
export function reasonWord(t: Translate, reason: string): string {
  const words: Readonly<Record<string, string>> = {
    binary: t("binary"),
    "too large": t("too large"),
    unreadable: t("unreadable"),
    "invalid UTF-8": t("invalid UTF-8"),
    "unsupported language": t("unsupported language"),
    "syntax errors": t("syntax errors"),
    "step limit": t("step limit"),
    crashed: t("crashed"),
    "timed out": t("timed out"),
    "rule error": t("rule error"),
    "rule unsupported": t("rule unsupported"),
    submodule: t("submodule"),
    "symbolic link": t("symbolic link"),
    conflict: t("conflict"),
    "not checked": t("not checked"),
    "being analysed": t("being analysed"),
  };
  return words[reason] ?? reason;
}

export function filesWord(t: Translate, files: number): string {
  return files === 1 ? t("1 file") : t("{0} files", files);
}

/** "3 lines not looked at", or that all were. */
export function unseenWord(t: Translate, lines: number): string {
  if (lines === 0) return t("looked at");
  return lines === 1 ? t("1 line not looked at") : t("{0} lines not looked at", lines);
}

export function passedWord(t: Translate, commits: number): string {
  return t("Commits that did not pass the gate: {0}", commits);
}

/** The titles of the checklist, by item; an item that is not known here keeps the server's title. */
export function itemTitle(t: Translate, item: { readonly id: string; readonly title: string }): string {
  const titles: Readonly<Record<string, string>> = {
    "access-control": t("Authentication and authorization on new endpoints"),
    "inputs-validated": t("Inputs are validated"),
    "no-secrets": t("No secrets"),
    "dependencies-real": t("New dependencies are real and maintained"),
    "versions-pinned": t("Versions are pinned and locked"),
    "no-high-findings": t("No high or critical code finding"),
    "no-vulnerable-dependency": t("No known vulnerable dependency"),
    "errors-leak-nothing": t("Errors leak nothing"),
    "security-events-logged": t("Security events are logged"),
    headers: t("CORS, CSP and other headers"),
    "queries-parameterized": t("Queries are parameterized"),
    "uploads-validated": t("Uploads are validated"),
    "rate-limits": t("Rate limits on sensitive endpoints"),
    "tests-cover-edges": t("Tests cover the security-relevant edges"),
    "reviewed-by-person": t("Reviewed by a person with security context"),
  };
  return titles[item.id] ?? item.title;
}

/** What a commit would be told now. */
export function commitWord(t: Translate, { verdict }: FolderReview): string {
  return t("A commit now: {0}.", verdict.blocked ? t("blocked, {0}", verdict.summary) : verdict.summary);
}

const longestPath = 36;
const longestName = 28;
const mostCompared = 100;

/** Folders in front go first: what stands last is cut off in a narrow panel, and the name is what tells files apart. */
export function shortPath(path: string): string {
  if (path.length <= longestPath) return path;
  const parts = path.split("/");
  let kept = shortName(parts.pop() ?? path);
  for (let part = parts.at(-1); part !== undefined && kept.length + part.length + 3 <= longestPath; part = parts.at(-1)) {
    kept = `${part}/${kept}`;
    parts.pop();
  }
  return parts.length === 0 ? kept : `…/${kept}`;
}

/**
 * Short paths that tell the files of one list apart: those that would look the same show the folder, or else the whole name, that differs.
 *
 * @returns A function from a path of the list to its label.
 */
export function shortPaths(paths: readonly string[]): (path: string) => string {
  const groups = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const label = shortPath(path);
    const group = groups.get(label);
    if (group) group.push(path);
    else groups.set(label, [path]);
  }
  return (path) => {
    const label = shortPath(path);
    const alike = groups.get(label) ?? [];
    if (alike.length <= 1) return label;
    if (alike.length > mostCompared) return path;
    const others = alike.filter((other) => other !== path).map((other) => other.split("/"));
    const folders = path.split("/");
    const name = folders.pop() ?? path;
    const telling = folders.find((folder, index) => others.every((other) => other[index] !== folder));
    return telling !== undefined && others.every((other) => other.at(-1) === name) ? `${telling}/…/${shortName(name)}` : path;
  };
}

/** The middle of a long name goes: how it ends tells as much as how it begins. */
export function shortName(name: string): string {
  const letters = [...name];
  if (letters.length <= longestName) return name;
  return `${letters.slice(0, 11).join("")}…${letters.slice(-16).join("")}`;
}

/**
 * What a text says in its first sentence, without the full stop; whole when it is one sentence.
 *
 * @param paths Files that it may name: "docs/No. Entry.md" ends no sentence.
 */
export function firstSentence(text: string, paths: readonly string[] = []): string {
  const sentence = text.slice(0, sentenceEnd(text, paths)).replace(/\.\s*$/, "");
  return sentence.replace(/\s+/g, " ").trim();
}

/** What follows the first sentence; empty when nothing does. */
export function withoutFirstSentence(text: string): string {
  return text.slice(sentenceEnd(text)).trim();
}

/** A full stop in a name, such as `subprocess.run`, ends nothing. */
function sentenceEnd(text: string, paths: readonly string[] = []): number {
  const named = paths.filter((path) => path !== "" && text.includes(path));
  for (const { index } of text.matchAll(/[.!?](?=\s+[\p{Lu}`])/gu)) {
    const isInPath = named.some((path) => {
      const start = text.lastIndexOf(path, index);
      return start !== -1 && index < start + path.length - 1;
    });
    if (!isInPath) return index + 1;
  }
  return text.length;
}
