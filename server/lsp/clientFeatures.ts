/** What the editor at the other end can do, read once from its initialize request. */

import type { InitializeParams } from "vscode-languageserver/node";
import type { InitializationOptions } from "../protocol.ts";
import type { Translate } from "../review/translate.ts";
import { translateTo } from "./translations.ts";

export interface ClientFeatures {
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  /** A progress that can be cancelled is a notification in VS Code; there it stays quiet in the status bar. */
  readonly cancellableProgress: boolean;
  readonly versionedEdits: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly markdownHover: boolean;
  /** Completion can be asked for in rule files only. */
  readonly dynamicCompletion: boolean;
  readonly codeActionLiterals: boolean;
  /** Client commands that may stand in a code action. */
  readonly commands: ReadonlySet<string>;
  /** Understands the notices of protocol.ts. */
  readonly views: boolean;
}

export interface ClientStart {
  readonly features: ClientFeatures;
  /** False unless the editor says so: rules of the workspace stay off until then. */
  readonly trusted: boolean;
  /** Where folders without git keep their record; `undefined` when the editor names none. */
  readonly storagePath: string | undefined;
  /** Words for the views, in the editor's language. */
  readonly t: Translate;
}

export function readClientStart(params: InitializeParams): ClientStart {
  const { workspace, textDocument, window } = params.capabilities;
  const options = readOptions(params.initializationOptions);
  const views = options.clientName !== undefined;
  return {
    features: {
      configuration: workspace?.configuration === true,
      watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
      workspaceFolders: workspace?.workspaceFolders === true,
      progress: window?.workDoneProgress === true,
      cancellableProgress: !views,
      versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
      relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
      codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
      diagnosticData: textDocument?.publishDiagnostics?.dataSupport === true,
      markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
      dynamicCompletion: textDocument?.completion?.dynamicRegistration === true,
      codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
      commands: new Set(options.commands ?? []),
      views,
    },
    trusted: options.trusted === true,
    storagePath: options.storagePath,
    t: translateTo(params.locale),
  };
}

/** The options come from another process: every member is checked. */
function readOptions(value: unknown): Partial<InitializationOptions> {
  if (typeof value !== "object" || value === null) return {};
  const given = value as Record<string, unknown>;
  return {
    trusted: given.trusted === true,
    ...(typeof given.storagePath === "string" ? { storagePath: given.storagePath } : {}),
    ...(typeof given.clientName === "string" ? { clientName: given.clientName } : {}),
    ...(Array.isArray(given.commands) ? { commands: given.commands.filter((name) => typeof name === "string") } : {}),
  };
}
