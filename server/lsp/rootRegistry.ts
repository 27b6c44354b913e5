/** Which folders are reviewed: one review for each work tree or folder, however many workspace folders lie in it. */

import { dirname } from "node:path";
import type { WorkspaceFolder } from "vscode-languageserver/node";
import { findRepository } from "../host/git.ts";
import type { ReviewRoot } from "./reviewRoot.ts";
import { nearestWorkTree, pathOfUri, pathWithin, uriOfPath } from "./uris.ts";
import { type GitWatch, type RecordFile, watchGit } from "./watchGit.ts";

export interface RootEntry {
  readonly root: ReviewRoot;
  /** Workspace folders that this root serves; none for a repository inside a folder, which lives as long as a document of it. */
  folders: WorkspaceFolder[];
  readonly hasGit: boolean;
  readonly watch: GitWatch | undefined;
  readonly looksAgain: readonly NodeJS.Timeout[];
}

export interface RootRegistry {
  entries(): readonly RootEntry[];
  /** Adds and removes until exactly these folders are reviewed. Calls run one after the other. */
  setFolders(folders: readonly WorkspaceFolder[]): Promise<void>;
  /** The root of a file after `setFolders` is through; a repository inside a folder is its own root. */
  rootFor(file: string): Promise<ReviewRoot | undefined>;
  /** Reviews these submodules, and no others, as folders of their own beside the one that they lie in. @param dirs Absolute. */
  setSubmodules(dir: string, dirs: readonly string[]): Promise<void>;
  /** Ends roots that have neither a folder nor a document. */
  prune(): void;
  /** Roots that contain this path. */
  rootsOf(file: string): readonly ReviewRoot[];
  readonly virtualFolders: readonly WorkspaceFolder[];
  dispose(): void;
}

export interface RegistryHost {
  create(dir: string): ReviewRoot;
  /** The record of its repository has changed. */
  recorded(root: ReviewRoot, file: RecordFile | undefined): void;
  /** Its diagnostics must vanish. */
  removed(root: ReviewRoot): void;
}

/** Milliseconds: an editor tells of the documents that it has open right after its folders. */
const firstReadMs = 20;
/**
 * Milliseconds after a folder was opened: an editor's watch over its files begins some time after it said that it watches, and what an
 * agent writes until then is told by nobody.
 */
const looksAgainMs = [3_000, 12_000];

export function createRootRegistry(host: RegistryHost): RootRegistry {
  const entries = new Map<string, RootEntry>();
  let virtualFolders: WorkspaceFolder[] = [];
  /** Those of the workspace's folders. */
  let own: ReadonlyMap<RootEntry, WorkspaceFolder[]> = new Map();
  /** By the root that they lie in. */
  const submodules = new Map<string, readonly string[]>();
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const next = queue.then(task, task);
    queue = next.catch(() => undefined);
    return next;
  };
  const add = async (dir: string): Promise<RootEntry> => {
    const lookup = await findRepository(dir);
    const repository = lookup.kind === "found" && !lookup.repository.bare ? lookup.repository : undefined;
    const top = repository?.root ?? dir;
    const known = entries.get(top);
    if (known) return known;
    const root = host.create(top);
    const onGit = { changed: () => root.refresh(50), recorded: (file?: RecordFile) => host.recorded(root, file) };
    const watch = repository ? watchGit(repository.gitDir, repository.commonDir, onGit) : undefined;
    const looksAgain = looksAgainMs.map((ms) => setTimeout(() => root.refresh(), ms).unref());
    const entry: RootEntry = { root, folders: [], hasGit: repository !== undefined, watch, looksAgain };
    entries.set(top, entry);
    root.refresh(firstReadMs);
    return entry;
  };
  const prune = (): void => {
    for (const [dir, entry] of entries) {
      if (entry.folders.length > 0 || entry.root.documents.size > 0) continue;
      entries.delete(dir);
      host.removed(entry.root);
      end(entry);
    }
  };
  const serve = async (served: Map<RootEntry, WorkspaceFolder[]>): Promise<void> => {
    await addSubmodules(served, submodules, add);
    for (const entry of entries.values()) entry.folders = served.get(entry) ?? [];
    prune();
  };
  const closest = (file: string): RootEntry | undefined =>
    [...entries.values()]
      .filter(({ root }) => pathWithin(root.dir, file) !== undefined)
      .sort((a, b) => b.root.dir.length - a.root.dir.length)[0];
  return {
    entries: () => [...entries.values()],
    get virtualFolders() {
      return virtualFolders;
    },
    setFolders: (folders) =>
      inTurn(async () => {
        virtualFolders = folders.filter((folder) => pathOfUri(folder.uri) === undefined);
        const served = new Map<RootEntry, WorkspaceFolder[]>();
        for (const folder of folders) {
          const dir = pathOfUri(folder.uri);
          if (dir === undefined) continue;
          const entry = await add(dir);
          served.set(entry, [...(served.get(entry) ?? []), folder]);
        }
        own = served;
        await serve(new Map(own));
      }),
    async setSubmodules(dir, dirs) {
      if ((submodules.get(dir) ?? []).join("\0") === dirs.join("\0")) return;
      submodules.set(dir, dirs);
      await inTurn(() => serve(new Map(own)));
    },
    rootFor: (file) =>
      inTurn(async () => {
        const entry = closest(file);
        if (!entry) return undefined;
        const top = nearestWorkTree(dirname(file), entry.root.dir);
        return top === entry.root.dir ? entry.root : (await add(top)).root;
      }),
    prune,
    rootsOf: (file) =>
      [...entries.values()]
        .map(({ root }) => root)
        .filter((root) => root.dir === file || pathWithin(root.dir, file) !== undefined),
    dispose() {
      for (const entry of entries.values()) end(entry);
      entries.clear();
    },
  };
}

function end({ root, watch, looksAgain }: RootEntry): void {
  watch?.dispose();
  looksAgain.forEach(clearTimeout);
  root.dispose();
}

/** Those of roots that have a folder, and of their submodules. @param served Is added to while it is gone through. */
async function addSubmodules(
  served: Map<RootEntry, WorkspaceFolder[]>,
  submodules: ReadonlyMap<string, readonly string[]>,
  add: (dir: string) => Promise<RootEntry>,
): Promise<void> {
  for (const [parent, [folder]] of served)
    for (const dir of submodules.get(parent.root.dir) ?? []) {
      const entry = await add(dir);
      if (entry.root.dir !== dir || served.has(entry)) continue;
      served.set(entry, [{ uri: uriOfPath(dir), name: `${folder?.name ?? ""}/${pathWithin(parent.root.dir, dir) ?? ""}` }]);
    }
}
