/** Which files a scan reads, and their texts. */

import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { rulesLeftOut } from "../changes/leaveOutRules.ts";
import type { SourceFile } from "../engine/analyze.ts";
import type { NotReviewed } from "../engine/findings/finding.ts";
import { readTextFile } from "../host/files.ts";
import { workspaceRuleFolder } from "../host/ruleFiles.ts";
import { isUserError, messageOf, UserError } from "../host/userError.ts";
import { walkFiles } from "../host/walkFiles.ts";
import { repositoryAround } from "./session.ts";

export interface ScanList {
  /** The current folder where all paths lie below it, else the deepest folder that holds them all. */
  readonly root: string;
  /** Absolute, in the order of the arguments and then of their names; none twice. */
  readonly files: readonly string[];
  readonly notReviewed: readonly NotReviewed[];
  /** Whether a folder is scanned, and not only files that were named. */
  readonly folders: boolean;
}

export interface Batch {
  readonly files: readonly SourceFile[];
  readonly unread: readonly NotReviewed[];
}

/** UTF-16 units of text that are kept at a time. */
const batchLength = 32_000_000;

/** @throws UserError for a path that does not exist. */
export async function listScan(paths: readonly string[], cwd: string): Promise<ScanList> {
  const named = (paths.length > 0 ? paths : ["."]).map((word) => {
    if (word === "") throw new UserError("A path must not be empty.");
    return path.resolve(cwd, word);
  });
  const files = new Set<string>();
  const missing: { file: string; entry: NotReviewed }[] = [];
  const folders: string[] = [];
  for (const place of named) {
    if (!isFolder(place)) {
      files.add(place);
      folders.push(path.dirname(place));
      continue;
    }
    folders.push(place);
    const walked = await walkFiles(place);
    // Code that is wrong on purpose is looked at only where a person names it.
    const rules = path.join(repositoryAround(place), workspaceRuleFolder);
    const isRule = (file: string): boolean => !isBelow(place, rules) && isBelow(file, rules);
    const found = walked.files.map((file) => path.join(place, file));
    const left = found.filter(isRule).length;
    for (const file of found) if (!isRule(file)) files.add(file);
    for (const entry of walked.notReviewed) missing.push({ file: path.join(place, entry.path ?? ""), entry });
    if (left > 0) missing.push({ file: rules, entry: { path: workspaceRuleFolder, ...rulesLeftOut(left) } });
  }
  const root = folders.every((folder) => isBelow(folder, cwd)) ? cwd : deepestCommon(folders);
  const notReviewed = missing.map(({ file, entry }) =>
    entry.path === undefined ? entry : { ...entry, path: relative(root, file) },
  );
  return { root, files: [...files], notReviewed, folders: named.some(isFolder) };
}

/** Files in the order of the list. */
export async function* readBatches({ root, files }: ScanList): AsyncGenerator<Batch> {
  let batch: { files: SourceFile[]; unread: NotReviewed[] } = { files: [], unread: [] };
  let length = 0;
  for (let i = 0; i < files.length; i += 16) {
    const some = files.slice(i, i + 16);
    const read = await Promise.all(
      some.map(async (file) => ({ shown: relative(root, file), content: await readTextFile(realPath(file)) })),
    );
    for (const { shown, content } of read) {
      if ("unread" in content) batch.unread.push({ path: shown, ...content.unread });
      else {
        batch.files.push({ path: shown, text: content.text });
        length += content.text.length;
      }
    }
    if (length < batchLength) continue;
    yield batch;
    batch = { files: [], unread: [] };
    length = 0;
  }
  yield batch;
}

/** Walked files are never links; a link that a person named is followed. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function isFolder(place: string): boolean {
  try {
    const stats = statSync(place, { throwIfNoEntry: false });
    if (!stats) throw new UserError(`There is no file or folder ${place}.`);
    return stats.isDirectory();
  } catch (error) {
    if (isUserError(error)) throw error;
    throw new UserError(`${place} cannot be read: ${messageOf(error)}`);
  }
}

function isBelow(folder: string, above: string): boolean {
  const way = path.relative(above, folder);
  return way === "" || (way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

function deepestCommon(folders: readonly string[]): string {
  let common = folders[0] ?? "";
  while (!folders.every((folder) => isBelow(folder, common)) && common !== path.dirname(common)) common = path.dirname(common);
  return common;
}

function relative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}
