/** Gathers everything that the view of a folder needs, and builds it. */

import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import type { ChangeSet } from "../changes/change.ts";
import type { Finding } from "../engine/findings/finding.ts";
import { isGateInstalled } from "../host/gateHooks.ts";
import type { FolderReview } from "../protocol.ts";
import type { Translate } from "../review/translate.ts";
import { answersIn, recordAnswer } from "../store/answers.ts";
import { readJournal } from "../store/journal.ts";
import { findRecordFolder, makeRecordFolder } from "../store/recordFolder.ts";
import { type FolderReviews, viewFolder } from "./folderView.ts";
import type { ReviewRoot } from "./reviewRoot.ts";
import type { RootEntry } from "./rootRegistry.ts";
import type { Session } from "./session.ts";
import { uriOfPath } from "./uris.ts";
import { viewPassedCommits } from "./viewPassedCommits.ts";

/** Every folder's review, in the order of the workspace. Virtual folders are shown as what they are: not reviewed. */
export async function reviewFolders(session: Session): Promise<FolderReview[]> {
  const entries = session.registry.entries().filter((entry) => entry.folders.length > 0);
  const reviews = await Promise.all(entries.map(async (entry) => (await reviewEntry(session, entry)).view));
  return [...reviews, ...session.registry.virtualFolders.map((folder) => emptyReview(folder, session.start.t))];
}

export async function reviewEntry(session: Session, entry: RootEntry): Promise<FolderReviews> {
  const { root } = entry;
  const folder = entry.folders[0] ?? { uri: uriOfPath(root.dir), name: root.dir };
  const working = withoutOwnRoots(session, workingOf(root, session.start.t));
  const rules = await session.ruleSetOf(root.dir);
  const analyzer = session.startedAnalyzer(rules);
  const unseen = session.seen.unseen(
    root.dir,
    working.files.map(({ path, basePath, text, hunks }) => ({
      path,
      text: text ?? "",
      lines: text === undefined ? [] : hunks.map((hunk) => hunk.current),
      ...(basePath === undefined ? {} : { basePath }),
    })),
  );
  return viewFolder({
    folder,
    working,
    staged: root.changes?.staged,
    rules: rules.rules,
    ruleProblems: [...rules.problems, ...(analyzer?.problems ?? [])],
    disabledRules: new Set(session.settingsOf(root.dir).disabledRules),
    isNotUseful: (finding) => session.usefulness.isNotUseful(root.dir, finding),
    notUsefulOfRule: (ruleId) => session.usefulness.countOf(root.dir, ruleId),
    t: session.start.t,
    answers: readAnswers(session, root.dir),
    unseen,
    milliseconds: root.milliseconds,
    failure: root.failure,
    busy: root.busy || (root.changes === undefined && root.failure === undefined),
    gateInstalled: await gateInstalled(session, root.dir),
    passedCommits: await viewPassedCommits(session, root.dir),
    analysisOf: (path, text, side) => root.analysisOf(path, text, side),
    uriOf: (path) => root.files.find((file) => file.change.path === path)?.uri ?? uriOfPath(join(root.dir, path)),
    fixTitleOf: (finding: Finding) => session.fixes.knownTitle(finding),
  });
}

/** The disk's change with what the editor shows laid over it. */
function workingOf(root: ReviewRoot, t: Translate): ChangeSet {
  const read = root.changes?.working;
  const base = read?.base ?? { kind: "none" as const, label: root.failure ?? t("the change is being read") };
  const failed = root.failure === undefined ? [] : [{ reason: "not checked" as const, detail: root.failure }];
  const files = root.files.map((file) => file.change).filter((change) => isChange(change));
  return { root: root.dir, base, files, notReviewed: [...(read?.notReviewed ?? []), ...failed] };
}

/** A submodule that is reviewed beside the folder is not missing. */
function withoutOwnRoots({ registry }: Session, working: ChangeSet): ChangeSet {
  const own = new Set(registry.entries().flatMap(({ root, folders }) => (folders.length > 0 ? [root.dir] : [])));
  const isOwn = ({ path = "", reason }: ChangeSet["notReviewed"][number]): boolean =>
    reason === "submodule" && own.has(join(working.root, path));
  return { ...working, notReviewed: working.notReviewed.filter((one) => !isOwn(one)) };
}

function isChange(change: ChangeSet["files"][number]): boolean {
  return change.status !== "modified" || change.hunks.length > 0 || change.unread !== undefined || change.baseText === undefined;
}

function readAnswers(session: Session, dir: string) {
  const place = session.recordPlace(dir);
  const folder = place && findRecordFolder(place);
  return folder && "path" in folder ? answersIn(readJournal(folder.path).records) : [];
}

/** Records a person's answer for the content as it stands. @returns Why it could not be recorded, if so. */
export async function answerItem(
  session: Session,
  entry: RootEntry,
  item: string,
  answer: "fine" | "problem" | "none",
  note: string,
) {
  const { dir } = entry.root;
  const place = session.recordPlace(dir);
  const folder = place && makeRecordFolder(place);
  if (!folder) return "The editor names no storage for folders without git.";
  if ("problem" in folder) return folder.problem;
  const { working } = await reviewEntry(session, entry);
  const content = working.checklist.find((one) => one.id === item)?.content;
  if (content === undefined) return `There is no checklist item ${item}.`;
  const write = recordAnswer(folder.path, {
    item,
    answer,
    note,
    by: await personOf(session, dir),
    at: new Date().toISOString(),
    content,
  });
  return write.written ? undefined : write.problem;
}

/** The name that git would put on a commit; else the login name. */
export async function personOf(session: Session, dir: string): Promise<string> {
  const repository = session.repositories.get(dir);
  const name = await repository?.configValue("user.name");
  const email = await repository?.configValue("user.email");
  if (name) return email ? `${name} <${email}>` : name;
  return `${userInfo().username}@${hostname()}`;
}

async function gateInstalled(session: Session, dir: string): Promise<boolean | undefined> {
  const repository = session.repositories.get(dir);
  return repository ? isGateInstalled(repository).catch(() => undefined) : undefined;
}

function emptyReview(folder: { readonly uri: string; readonly name: string }, t: Translate): FolderReview {
  const why = t("This folder is virtual: its open documents are reviewed from the moment they are opened.");
  return {
    folderUri: folder.uri,
    folderName: folder.name,
    baseLabel: why,
    baseKind: "none",
    verdict: { blocked: false, summary: t("not reviewed as a folder"), reasons: [] },
    changedLines: 0,
    unseenLines: 0,
    files: [],
    checklist: [],
    coverage: { filesChanged: 0, filesReviewed: 0, lines: 0, bytes: 0, rules: 0, milliseconds: 0 },
    notReviewed: [{ path: "", reason: "not checked", detail: why }],
    busy: false,
  };
}
