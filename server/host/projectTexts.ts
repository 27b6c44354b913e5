/** The texts of a whole project, as they stand on disk, in the index or in a commit; read only where they are asked for. */

import path from "node:path";
import { type ImportSearch, searchRegex } from "../engine/modules/importers.ts";
import { decodeText, defaultMaxBytes, readTextFile } from "./files.ts";
import type { Repository } from "./git.ts";
import { readBlobs } from "./gitBlobs.ts";
import { splitPaths } from "./gitIndex.ts";
import { createModuleReader } from "./moduleReader.ts";
import { inParallel } from "./workTree.ts";

export interface ProjectTexts {
  /** Relative to the root, with `/`. */
  has(path: string): boolean;
  readonly paths: Iterable<string>;
  /** Texts of such files; what cannot be read is absent. */
  readMany(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Files that hold such an import, in any order. `undefined`: they cannot be searched. */
  search(wanted: ImportSearch): Promise<readonly string[] | undefined>;
}

/** Files of a folder without git that are searched. */
const mostSearched = 3000;

/** @param oids Ids of the blobs by path. @param tree The commit or tree that they are of; absent for the index. */
export function textsOfBlobs(repository: Repository, oids: ReadonlyMap<string, string>, tree?: string): ProjectTexts {
  return {
    has: (file) => oids.has(file),
    paths: oids.keys(),
    async readMany(wanted) {
      const blobs = await readBlobs(
        repository,
        wanted.flatMap((file) => oids.get(file) ?? []),
        defaultMaxBytes,
      );
      const found = new Map<string, string>();
      for (const file of wanted) {
        const blob = blobs.get(oids.get(file) ?? "");
        const read = blob && "bytes" in blob ? decodeText(blob.bytes) : undefined;
        if (read && "text" in read) found.set(file, read.text);
      }
      return found;
    },
    search: (wanted) => grep(repository, wanted, tree),
  };
}

/** @param dir Absolute. @param names Every file below it that counts. @param repository Absent where there is no git. */
export function textsOfFolder(dir: string, names: ReadonlySet<string>, repository?: Repository): ProjectTexts {
  const read = createModuleReader(new Map())({ root: dir });
  return {
    has: (file) => names.has(file),
    paths: names,
    async readMany(wanted) {
      const texts = wanted.map((file) => [file, read?.(file)] as const);
      return new Map(texts.flatMap(([file, text]) => (text === undefined ? [] : [[file, text]])));
    },
    search: (wanted) => (repository ? grep(repository, wanted, "disk") : searchFolder(dir, names, wanted)),
  };
}

/** @param where "disk", a commit or tree, or the index when absent. */
async function grep(
  repository: Repository,
  { endings, pattern }: ImportSearch,
  where?: string,
): Promise<readonly string[] | undefined> {
  const place = where === undefined ? ["--cached"] : where === "disk" ? ["--untracked"] : [where];
  const { code, stdout } = await repository.git([
    "grep",
    "-l",
    "-z",
    "-I",
    "-E",
    "--full-name",
    "-e",
    pattern,
    ...place,
    "--",
    ...endings.map((ending) => `*${ending}`),
  ]);
  if (code === 1) return [];
  if (code !== 0) return undefined;
  const prefix = where === undefined || where === "disk" ? "" : `${where}:`;
  return splitPaths(stdout, []).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

async function searchFolder(dir: string, names: Iterable<string>, wanted: ImportSearch): Promise<readonly string[] | undefined> {
  const regex = searchRegex(wanted);
  const files = [...names].filter((name) => wanted.endings.some((ending) => name.endsWith(ending)));
  if (files.length > mostSearched) return undefined;
  const found: string[] = [];
  await inParallel(files, 16, async (name) => {
    const read = await readTextFile(path.join(dir, name));
    if ("text" in read && regex.test(read.text)) found.push(name);
  });
  return found;
}
