/** Connects the review of a folder with the disk, with git and with the session. */

import { join } from "node:path";
import type { BaseDescription } from "../changes/change.ts";
import { workingBase } from "../host/chooseBase.ts";
import { findRepository, openRepository, type Repository } from "../host/git.ts";
import { readChangeSet, readFileAtBase } from "../host/readChange.ts";
import { refreshGate } from "./handlers/gate.ts";
import { startProgress } from "./progress.ts";
import { createReviewRoot, type ReviewRoot, type RootChanges, type RootHost } from "./reviewRoot.ts";
import type { Session } from "./session.ts";
import { createSnapshots } from "./snapshots.ts";
import type { RecordFile } from "./watchGit.ts";

/** Each is read by processes of its own. */
const mostSubmodules = 20;

export interface RootFactory {
  create(dir: string): ReviewRoot;
  /**
   * Someone wrote to the record, perhaps another window: what is known of it is read again.
   *
   * @param file `undefined`: any of them.
   */
  recorded(root: ReviewRoot, file: RecordFile | undefined): void;
}

/** Texts of the base by path, for one base of one folder. */
interface BaseTexts {
  readonly id: string | undefined;
  readonly texts: Map<string, string | undefined>;
}

export function createRootHost(session: Session): RootFactory {
  const snapshots = createSnapshots(session.start.storagePath);
  const bases = new Map<string, BaseDescription>();
  const baseTexts = new Map<string, BaseTexts>();

  const readChanges = async (dir: string): Promise<RootChanges> => {
    const settings = session.settingsOf(dir);
    const maxBytes = Math.round(settings.maxFileSizeMb * 1024 * 1024);
    const lookup = await findRepository(dir);
    const hasGit = lookup.kind === "found" && !lookup.repository.bare;
    const working = hasGit
      ? await readChangeSet(dir, { kind: "working", base: settings.base }, { maxBytes })
      : await readChangeSet(dir, { kind: "working" }, { maxBytes, snapshot: await snapshots.of(dir, maxBytes) });
    noteRepository(session, dir, hasGit ? lookup.repository : undefined);
    bases.set(dir, working.base);
    // What is changed in a submodule and not committed there is no part of this change.
    const inside = working.notReviewed.flatMap(({ reason, path }) => (reason === "submodule" && path ? [path] : []));
    const moved = working.files.flatMap(({ unread, path, status }) =>
      unread?.reason === "submodule" && status !== "deleted" ? [path] : [],
    );
    const submodules = [...new Set([...inside, ...moved])].map((path) => join(dir, path));
    void session.registry.setSubmodules(dir, submodules.slice(0, mostSubmodules)).then(() => session.touched());
    return { working, staged: hasGit ? await readChangeSet(dir, { kind: "staged" }, { maxBytes }) : undefined };
  };
  const readBase = async (dir: string, path: string): Promise<string | undefined> => {
    const repository = session.repositories.get(dir) ?? (await openRepository(dir));
    if (!repository) return (await snapshots.of(dir, session.settingsOf(dir).maxFileSizeMb * 1024 * 1024)).get(path);
    const base = bases.get(dir) ?? (await workingBase(repository, session.settingsOf(dir).base));
    let known = baseTexts.get(dir);
    if (!known || known.id !== base.id) {
      known = { id: base.id, texts: new Map() };
      baseTexts.set(dir, known);
    }
    if (known.texts.has(path)) return known.texts.get(path);
    const read = await readFileAtBase(repository, base, path);
    const text = read && "text" in read ? read.text : undefined;
    known.texts.set(path, text);
    return text;
  };
  const host: RootHost = {
    readChanges,
    readBase,
    rules: (dir) => session.ruleSetOf(dir),
    analyzer: (dir) => session.analyzerFor(dir),
    progress: () => startProgress(session.connection, session.start, session.start.t("Linewarden reviews the change"), 700),
    onFindings: (_, uris) => {
      for (const uri of uris) session.publish(uri);
      session.fixes.prepare(uris);
    },
    onChange: () => {
      session.touched();
      session.ruleDocuments.settle();
    },
    analyzeAgain: (document) => session.analyzeAgain(document),
    onTurn: (root, document, turn) => session.turned(root, document, turn),
    onError: (error) => session.report(error),
  };
  return {
    create: (dir) => createReviewRoot(dir, host),
    recorded(root, file) {
      if (file !== "journal") session.seen.recorded(root.dir);
      if (file !== "looks") {
        session.usefulness.forget(root.dir);
        for (const { uri } of root.files) session.publish(uri);
      }
      session.touched();
    },
  };
}

function noteRepository(session: Session, dir: string, repository: Repository | undefined): void {
  const isNew = !session.repositories.has(dir);
  if (repository) session.repositories.set(dir, repository);
  else session.repositories.delete(dir);
  if (repository && isNew) refreshGate(session, repository);
}
