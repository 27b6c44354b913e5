/** Starts the language server, starts it again whenever it ends, and says how it is. */

import { existsSync } from "node:fs";
import * as vscode from "vscode";
import {
  CloseAction,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from "vscode-languageclient/node";
import { type InitializationOptions, methods, type ViewFinding } from "../server/protocol.ts";
import { afterEnd, noOutage } from "./restartPolicy.ts";
import { trackedSchemes } from "./trackedSchemes.ts";

export interface ServerState {
  /** "down": it ended or did not start, and is tried again. "stopped": the editor is closing. */
  readonly state: "starting" | "running" | "down" | "stopped";
  /** How many times it was started, the present run included. */
  readonly starts: number;
  readonly pid?: number;
}

export interface ServerOptions {
  /** Absolute path of dist/server.js. */
  readonly module: string;
  readonly storagePath: string;
  readonly log: vscode.LogOutputChannel;
  /** Wraps the sending of a change, so that a notice can follow it. */
  readonly onChange: (event: vscode.TextDocumentChangeEvent) => (() => void) | undefined;
  /** How far a long piece of work is, in words; `undefined` at its end. */
  readonly onProgress: (work: string | number, words: string | undefined) => void;
  /** Once per outage, when starting it again does not seem to help. It is tried on all the same. */
  readonly onHopeless: () => void;
}

export interface ServerFix {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly edit: vscode.WorkspaceEdit;
}

export type NotificationListener = (params: unknown) => void;

/** The client tells the user nothing by itself: the status bar shows the state, and `onHopeless` speaks once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }
  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
}

/** One server for the window, over any number of its crashes. */
export class ServerConnection implements vscode.Disposable {
  private client: QuietClient | undefined;
  private current: ServerState = { state: "starting", starts: 0 };
  private outage = noOutage;
  private runningSince: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly stateEmitter = new vscode.EventEmitter<ServerState>();
  private readonly listeners = new Map<string, NotificationListener>();
  readonly onDidChangeState = this.stateEmitter.event;
  private readonly options: ServerOptions;

  constructor(options: ServerOptions) {
    this.options = options;
  }

  get state(): ServerState {
    const pid = this.client?.serverProcess?.pid;
    return pid === undefined ? this.current : { ...this.current, pid };
  }

  /** Listens to a notification of this and every later run. One listener per method; set it before `start`. */
  onNotification(method: string, listener: NotificationListener): void {
    this.listeners.set(method, listener);
  }

  /** Sends when the server runs, and otherwise drops it: a new server asks for what it needs. Never rejects. */
  notify(method: string, params: unknown): void {
    if (this.current.state !== "running") return;
    this.client
      ?.sendNotification(method, params)
      .catch((error: unknown) => this.options.log.debug(`${method}: ${String(error)}`));
  }

  /** `undefined` when the server does not run or the request fails; the log says why. */
  async request<Result>(method: string, params: unknown): Promise<Result | undefined> {
    if (this.current.state !== "running" || !this.client) return undefined;
    try {
      return await this.client.sendRequest<Result>(method, params);
    } catch (error) {
      this.options.log.warn(`${method}: ${String(error)}`);
      return undefined;
    }
  }

  /** The server's verified fixes for exactly this finding, preferred ones first. */
  async fixesFor(finding: ViewFinding): Promise<ServerFix[]> {
    const client = this.client;
    const range = {
      start: { line: finding.line, character: finding.character },
      end: { line: finding.endLine, character: finding.endCharacter },
    };
    const { ruleId, fingerprint, message } = finding;
    const diagnostic = { range, message, code: ruleId, source: "Linewarden", data: { fingerprint } };
    const params: CodeActionParams = {
      textDocument: { uri: finding.uri },
      range,
      context: { diagnostics: [diagnostic], only: [CodeActionKind.QuickFix] },
    };
    // A file that was opened for this is to be analysed first: until then it has no actions.
    await this.request(methods.analysed, { uri: finding.uri });
    const actions = (await this.request<CodeAction[]>("textDocument/codeAction", params)) ?? [];
    const fixes: ServerFix[] = [];
    for (const { title, edit, isPreferred, diagnostics } of actions) {
      if (!edit || !client || !diagnostics?.length) continue;
      fixes.push({ title, isPreferred: isPreferred ?? false, edit: await client.protocol2CodeConverter.asWorkspaceEdit(edit) });
    }
    return fixes.sort((left, right) => Number(right.isPreferred) - Number(left.isPreferred));
  }

  /** Settles when the first try ended, either way. */
  async start(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.current.state === "stopped") return;
    this.set("starting", this.current.starts + 1);
    this.runningSince = undefined;
    const client = this.createClient();
    this.client = client;
    try {
      if (!existsSync(this.options.module)) throw new Error(`There is no ${this.options.module}.`);
      await client.start();
    } catch (error) {
      this.options.log.error(`The server did not start: ${String(error)}`);
      this.ended(client);
    }
  }

  /** Ends the server and starts a new one at once, whatever the outage. */
  async restart(): Promise<void> {
    const old = this.client;
    this.client = undefined;
    this.outage = noOutage;
    this.set("starting", this.current.starts);
    await discard(old);
    await this.start();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.set("stopped", this.current.starts);
    const old = this.client;
    this.client = undefined;
    await discard(old);
  }

  dispose(): void {
    void this.stop();
    this.stateEmitter.dispose();
  }

  private createClient(): QuietClient {
    const { module, onChange } = this.options;
    const server = { module, transport: TransportKind.ipc };
    let client: QuietClient | undefined;
    const settings: LanguageClientOptions = {
      documentSelector: [...trackedSchemes()].map((scheme) => ({ scheme })),
      diagnosticCollectionName: "linewarden",
      outputChannel: this.options.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: () => this.initialization(),
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          // A turn later, when the ended client has put its own state in order.
          setTimeout(() => this.ended(client), 0);
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
      middleware: {
        didChange: async (event, next) => {
          const after = onChange(event);
          await next(event);
          after?.();
        },
        // The Changes view shows it, and no notification.
        handleWorkDoneProgress: (work, progress) =>
          this.options.onProgress(work, progress.kind === "end" ? undefined : progress.message),
      },
    };
    client = new QuietClient("linewarden", "Linewarden", server, settings);
    for (const [method, listener] of this.listeners) client.onNotification(method, listener);
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running || this.client !== client) return;
      this.runningSince = Date.now();
      this.set("running", this.current.starts);
    });
    return client;
  }

  private initialization(): InitializationOptions {
    return {
      trusted: vscode.workspace.isTrusted,
      storagePath: this.options.storagePath,
      clientName: vscode.env.appName,
      commands: ["linewarden.ignoreFinding", "linewarden.markNotUseful"],
    };
  }

  /** Called at least once for each end; the second call for the same client does nothing. */
  private ended(client: QuietClient | undefined): void {
    if (!client || this.client !== client || this.current.state === "stopped") return;
    this.client = undefined;
    void discard(client);
    const ranMs = this.runningSince === undefined ? undefined : Date.now() - this.runningSince;
    const { outage, delayMs, tell } = afterEnd(this.outage, ranMs);
    this.outage = outage;
    this.set("down", this.current.starts);
    this.options.log.warn(`The server ended; it is started again in ${delayMs} ms.`);
    this.timer = setTimeout(() => void this.start(), delayMs);
    if (tell) this.options.onHopeless();
  }

  private set(state: ServerState["state"], starts: number): void {
    this.current = { state, starts };
    this.stateEmitter.fire(this.state);
  }
}

/** Tells a running server of a change of trust. */
export function sendTrust(connection: ServerConnection): void {
  connection.notify(methods.trustChanged, { trusted: vscode.workspace.isTrusted });
}

async function discard(client: QuietClient | undefined): Promise<void> {
  try {
    await client?.dispose(2_000);
  } catch {
    // A client that never ran has nothing to stop.
  }
}
