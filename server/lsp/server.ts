/** The language server: answers the editor's requests, one handler each, from the session's state. */

import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import {
  CompletionRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  type WorkspaceFolder,
} from "vscode-languageserver/node";
import { methods } from "../protocol.ts";
import { type ClientFeatures, readClientStart } from "./clientFeatures.ts";
import { fixAllKind, handleCodeAction } from "./handlers/codeAction.ts";
import { handleCompletion } from "./handlers/completion.ts";
import { handleInstallGate, handleRemoveGate } from "./handlers/gate.ts";
import { handleHover } from "./handlers/hover.ts";
import { handleIgnoreEdit } from "./handlers/ignore.ts";
import { handleEdited, handleLooked, handleMarkSeen } from "./handlers/looks.ts";
import { handleAnswer, handleReview } from "./handlers/review.ts";
import { handleRuleFixes } from "./handlers/ruleFixes.ts";
import { handleMarkUsefulness } from "./handlers/usefulness.ts";
import { handleWhyNoFix } from "./handlers/whyNoFix.ts";
import { Session } from "./session.ts";
import { nameOfUri, pathOfUri, uriOfPath } from "./uris.ts";
import { whenAnalysed } from "./whenAnalysed.ts";

/** Begins to listen. The connection's own watch on the parent process ends the server with the editor. */
export function startServer(connection: Connection): void {
  let session: Session | undefined;
  let folders: WorkspaceFolder[] = [];
  let begun: Promise<void> = Promise.resolve();
  connection.onInitialize((params) => {
    session = new Session(connection, readClientStart(params), jobsFor(availableParallelism()));
    folders = foldersOf(params);
    handleDocuments(connection, session);
    handleRequests(connection, session, () => begun);
    return describe(session.start.features);
  });
  connection.onInitialized(() => {
    if (session) begun = begin(connection, session, folders).catch((error: unknown) => session?.report(error));
  });
  connection.onShutdown(async () => {
    await session?.dispose();
  });
  connection.listen();
}

/** One core stays free for the editor. */
function jobsFor(cores: number): number {
  return Math.max(1, Math.min(4, cores - 1));
}

/** What may open the list where keys and values stand. */
const triggerCharacters = [":", " ", "-", "{"];

function describe(features: ClientFeatures): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      hoverProvider: true,
      ...(features.dynamicCompletion ? {} : { completionProvider: { triggerCharacters } }),
      codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: "Linewarden" },
  };
}

function foldersOf(params: InitializeParams): WorkspaceFolder[] {
  if (params.workspaceFolders) return params.workspaceFolders;
  const uri = params.rootUri ?? (params.rootPath ? uriOfPath(params.rootPath) : undefined);
  return uri ? [{ uri, name: nameOfUri(uri) }] : [];
}

async function begin(connection: Connection, session: Session, folders: readonly WorkspaceFolder[]): Promise<void> {
  const { features } = session.start;
  if (features.configuration) void connection.client.register(DidChangeConfigurationNotification.type, { section: "linewarden" });
  if (features.watchesFiles)
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: "**/*" }] });
  else session.startPolling();
  if (features.dynamicCompletion) {
    const documentSelector = [{ pattern: "**/*.{yaml,yml}" }];
    void connection.client.register(CompletionRequest.type, { documentSelector, triggerCharacters });
  }
  let current = [...folders];
  if (features.workspaceFolders)
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((folder) => folder.uri));
      current = [...current.filter((folder) => !gone.has(folder.uri)), ...added];
      void session.setFolders(current).catch((error: unknown) => session.report(error));
    });
  await session.setFolders(current);
  sayThatRulesAreOff(connection, session, folders);
}

/** Editors that know of trust switch the rules of a folder on by themselves; a person with another one has to be told how. */
function sayThatRulesAreOff(connection: Connection, session: Session, folders: readonly WorkspaceFolder[]): void {
  if (session.trusted || session.start.features.views) return;
  for (const { uri } of folders) {
    const rules = join(pathOfUri(uri) ?? "", ".linewarden/rules");
    if (pathOfUri(uri) !== undefined && existsSync(rules))
      connection.console.warn(
        `The rules in ${rules} are off. Where you trust this folder, let your editor start the server with the initialization option {"trusted": true}.`,
      );
  }
}

function handleDocuments(connection: Connection, session: Session): void {
  connection.onDidOpenTextDocument(({ textDocument }) => {
    void session.open(textDocument).catch((error: unknown) => session.report(error));
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
    session.change(textDocument.uri, textDocument.version, contentChanges),
  );
  connection.onDidCloseTextDocument(({ textDocument }) => session.close(textDocument.uri));
  connection.onDidSaveTextDocument(({ textDocument }) => session.save(textDocument.uri));
  connection.onDidChangeWatchedFiles(({ changes }) => session.filesChanged(changes));
  connection.onDidChangeConfiguration(() => void session.settingsChanged().catch((error: unknown) => session.report(error)));
}

/** @param begun Resolves when the folders that the editor has open are known: until then, none would be said to be open. */
function handleRequests(connection: Connection, session: Session, begun: () => Promise<void>): void {
  connection.onCompletion((params) => handleCompletion(session, params));
  connection.onHover((params) => handleHover(session, params));
  connection.onCodeAction((params) => handleCodeAction(session, params));
  connection.onRequest(methods.review, async (params) => {
    await begun();
    return handleReview(session, params);
  });
  connection.onRequest(methods.answer, (params) => handleAnswer(session, params));
  connection.onRequest(methods.installGate, (params) => handleInstallGate(session, params));
  connection.onRequest(methods.removeGate, (params) => handleRemoveGate(session, params));
  connection.onRequest(methods.analysed, ({ uri }: { uri: string }) => whenAnalysed(session, uri));
  connection.onRequest(methods.ruleFixes, (params) => handleRuleFixes(session, params));
  connection.onRequest(methods.whyNoFix, (params) => handleWhyNoFix(session, params));
  connection.onRequest(methods.ignoreEdit, (params) => handleIgnoreEdit(session, params));
  connection.onRequest(methods.markUsefulness, (params) => handleMarkUsefulness(session, params));
  connection.onRequest(methods.markSeen, (params) => handleMarkSeen(session, params));
  connection.onNotification(methods.edited, (params) => handleEdited(session, params));
  connection.onNotification(methods.looked, (params) => handleLooked(session, params));
  connection.onNotification(methods.trustChanged, (params: { trusted: boolean } | boolean) => {
    const trusted = typeof params === "boolean" ? params : params.trusted;
    void session.setTrusted(trusted).catch((error: unknown) => session.report(error));
  });
}
