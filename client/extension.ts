/** Activates the extension: wires the server, the views and the commands together. */

import * as vscode from "vscode";
import { type EditNotice, type FolderReview, type LookedNotice, methods, type ViewFinding } from "../server/protocol.ts";
import type { Translate } from "../server/review/translate.ts";
import { agentCommands } from "./commands/agentCommands.ts";
import { checklistCommands } from "./commands/checklistCommands.ts";
import { findingCommands } from "./commands/findingCommands.ts";
import { openTarget } from "./commands/openTarget.ts";
import { serverCommands } from "./commands/serverCommands.ts";
import { usefulnessCommands } from "./commands/usefulnessCommands.ts";
import { walkCommands } from "./commands/walkCommands.ts";
import type { ClientContext } from "./context.ts";
import { watchEdits } from "./edits/watchEdits.ts";
import { watchLooks } from "./edits/watchLooks.ts";
import { ServerConnection, type ServerState, sendTrust } from "./languageClient.ts";
import { showPanel } from "./review/panel.ts";
import { ReviewState } from "./review/reviewState.ts";
import type { Row } from "./review/row.ts";
import { showStatusBar } from "./review/statusBar.ts";
import { showUnseenMarks } from "./review/unseenMarks.ts";
import { sameFinding } from "./review/walk.ts";
import { readClientSettings } from "./settings.ts";
import { trackedSchemes } from "./trackedSchemes.ts";

/** What other extensions, and the tests, get from `activate()`. */
export interface ExtensionApi {
  /** Settles when the first start of the server ended, either way. */
  readonly ready: Promise<void>;
  reviews(): readonly FolderReview[] | undefined;
  readonly onDidChangeReviews: vscode.Event<void>;
  serverState(): ServerState;
  /** Text of the status bar item, icon included. */
  statusText(): string;
  /** Rows as the trees show them. */
  changeRows(): readonly Row[];
  checklistRows(): readonly Row[];
}

let connection: ServerConnection | undefined;

export function activate(extension: vscode.ExtensionContext): ExtensionApi {
  const t: Translate = (message, ...values) => vscode.l10n.t(message, ...values);
  const log = vscode.window.createOutputChannel("Linewarden", { log: true });
  const state = new ReviewState();
  const edits = watchEdits((notice: EditNotice) => server.notify(methods.edited, notice));
  const server = new ServerConnection({
    module: extension.asAbsolutePath("dist/server.js"),
    storagePath: (extension.storageUri ?? extension.globalStorageUri).fsPath,
    log,
    onChange: (event) => edits.observe(event),
    onProgress: (work, words) => state.setProgress(work, words),
    onHopeless: () => void tellHopeless(t),
  });
  connection = server;
  const clientSettings = () => readClientSettings((name) => vscode.workspace.getConfiguration("linewarden").get(name));
  const looks = watchLooks(
    () => clientSettings().lookedAfterSeconds * 1000,
    (notice: LookedNotice) => server.notify(methods.looked, notice),
  );
  const chosenFinding = rememberFinding(state);
  const context: ClientContext = { t, log, connection: server, state, chosen: chosenFinding };
  const panel = showPanel(extension.extensionUri, context, chosenFinding.onDidChange, (target) => openTarget(target, log));
  const statusBar = showStatusBar(state, t);
  const marks = showUnseenMarks(state, () => clientSettings().markUnseenLines);
  const all = {
    ...walkCommands(context),
    ...findingCommands(context),
    ...agentCommands(context),
    ...usefulnessCommands(context),
    ...checklistCommands(context),
    ...serverCommands(context),
  };
  const registered = Object.entries(all).map(([name, run]) => vscode.commands.registerCommand(`linewarden.${name}`, run));
  extension.subscriptions.push(log, state, edits, server, looks, panel, statusBar, marks, chosenFinding, ...registered);

  server.onNotification(methods.reviewChanged, (reviews) => {
    if (Array.isArray(reviews)) state.setReviews(reviews);
  });
  const onState = async (now: ServerState) => {
    state.setServer(now.state);
    if (now.state !== "running") return;
    looks.begin();
    const reviews = await server.request<FolderReview[]>(methods.review, {});
    if (reviews) state.setReviews(reviews);
  };
  extension.subscriptions.push(
    server.onDidChangeState((now) => void onState(now)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => sendTrust(server)),
    restartForNewSchemes(server),
  );
  return {
    ready: server.start(),
    reviews: () => state.reviews,
    onDidChangeReviews: state.onDidChange,
    serverState: () => server.state,
    statusText: () => statusBar.text(),
    changeRows: () => panel.changes.rows,
    checklistRows: () => panel.checklist.rows,
  };
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}

interface ChosenFinding extends vscode.Disposable {
  get(): ViewFinding | undefined;
  set(finding: ViewFinding): void;
  readonly onDidChange: vscode.Event<void>;
}

/** Remembers which finding was chosen, not what it looked like then: it moves with the text, and goes with the review. */
function rememberFinding(state: ReviewState): ChosenFinding {
  const emitter = new vscode.EventEmitter<void>();
  let chosen: ViewFinding | undefined;
  return {
    get: () => chosen && sameFinding(state.reviews ?? [], chosen),
    set(finding) {
      chosen = finding;
      emitter.fire();
    },
    onDidChange: emitter.event,
    dispose: () => emitter.dispose(),
  };
}

async function tellHopeless(t: Translate): Promise<void> {
  const log = t("Show log");
  const restart = t("Restart");
  const answer = await vscode.window.showErrorMessage(
    t("Linewarden cannot start its review. It keeps trying; findings are missing until then."),
    log,
    restart,
  );
  if (answer === log) await vscode.commands.executeCommand("linewarden.showLog");
  if (answer === restart) await vscode.commands.executeCommand("linewarden.restartServer");
}

/** A folder of another file system brings documents that the running client does not send. */
function restartForNewSchemes(server: ServerConnection): vscode.Disposable {
  let known = trackedSchemes();
  return vscode.workspace.onDidChangeWorkspaceFolders(() => {
    const now = trackedSchemes();
    const isNew = [...now].some((scheme) => !known.has(scheme));
    known = now;
    if (isNew) void server.restart();
  });
}
