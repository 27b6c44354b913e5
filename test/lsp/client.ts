/** An editor for tests: starts the language server on pipes, opens and changes documents, and keeps what the server publishes. */

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  ErrorCodes,
  FileChangeType,
  type InitializeResult,
  type ProtocolConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver/node";
import type { FolderReview } from "../../server/protocol.ts";

export const repositoryRoot = join(__dirname, "..", "..");
export const dist = process.env.LINEWARDEN_TEST_DIST ?? join(repositoryRoot, "dist");

export interface ClientOptions {
  readonly folders: readonly string[];
  readonly trusted?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** How many questions for settings it refuses, as an editor does that is not ready yet. "silent": it leaves all unanswered. */
  readonly refusals?: number | "silent";
  /** False plays an editor that does not watch files, such as old versions of Neovim. */
  readonly watches?: boolean;
  /** An editor that knows nothing of Linewarden: it sends no options but for trust, where that is asked for. */
  readonly plain?: true;
  readonly storagePath?: string;
  readonly commands?: readonly string[];
  readonly locale?: string;
  /** Default: `node dist/server.js --stdio`. */
  readonly command?: readonly string[];
  readonly spawnOptions?: { readonly uid?: number; readonly gid?: number; readonly env?: NodeJS.ProcessEnv };
  readonly capabilities?: Readonly<Record<string, unknown>>;
}

export interface Publish {
  readonly uri: string;
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds. */
  readonly at: number;
}

interface Opened {
  version: number;
  text: string;
}

/** Everything a test needs of an editor. Paths are absolute. */
export class LspClient {
  readonly publishes: Publish[] = [];
  readonly progress: unknown[] = [];
  readonly messages: string[] = [];
  readonly registrations: string[] = [];
  reviews: FolderReview[] = [];
  reviewNotices: number[] = [];
  initialized: InitializeResult | undefined;
  settings: Readonly<Record<string, unknown>>;
  private refusals: number;
  readonly process: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly opened = new Map<string, Opened>();
  private readonly latest = new Map<string, Publish>();
  private readonly options: ClientOptions;
  stderr = "";

  constructor(options: ClientOptions) {
    this.options = options;
    this.settings = options.settings ?? {};
    this.refusals = options.refusals === "silent" ? 0 : (options.refusals ?? 0);
    const [program = process.execPath, ...args] = options.command ?? [process.execPath, join(dist, "server.js"), "--stdio"];
    this.process = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], ...options.spawnOptions });
    const { stdin, stdout, stderr } = this.process;
    if (!stdin || !stdout || !stderr) throw new Error("The server has no pipes.");
    stdin.on("error", () => {});
    stderr.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString("utf8");
    });
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onError(() => {});
    this.listen();
    this.connection.listen();
  }

  /** Initializes; resolves when the server answered. */
  async start(): Promise<this> {
    const { folders, trusted = true, watches = true, storagePath, commands, locale } = this.options;
    this.initialized = await this.connection.sendRequest("initialize", {
      // A server of another user may not ask whether this process lives, and would take it for dead three seconds later.
      processId: this.options.spawnOptions?.uid === undefined ? process.pid : null,
      rootUri: null,
      ...(locale ? { locale } : {}),
      workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder.split(/[\\/]/).at(-1) ?? folder })),
      ...(this.options.plain
        ? this.options.trusted === true && { initializationOptions: { trusted } }
        : {
            initializationOptions: {
              trusted,
              clientName: "test",
              ...(storagePath ? { storagePath } : {}),
              ...(commands ? { commands } : {}),
            },
          }),
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true },
          ...(watches ? { didChangeWatchedFiles: { dynamicRegistration: true } } : {}),
        },
        window: { workDoneProgress: true },
        textDocument: {
          publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
          hover: { contentFormat: ["markdown", "plaintext"] },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } } },
        },
        ...this.options.capabilities,
      },
    });
    await this.connection.sendNotification("initialized", {});
    return this;
  }

  open(path: string, text: string, languageId = languageIdOf(path), uri = uriOf(path)): void {
    this.opened.set(uri, { version: 1, text });
    void this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces a range, as typing does. @returns The new version. */
  edit(path: string, edits: readonly TextEdit[], uri = uriOf(path)): number {
    const document = this.opened.get(uri);
    if (!document) throw new Error(`${path} is not open.`);
    document.version++;
    document.text = applyEdits(document.text, edits);
    void this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: document.version },
      contentChanges: lastFirst(edits).map(({ range, newText }) => ({ range, text: newText })),
    });
    return document.version;
  }

  /** Replaces the whole text. @returns The new version. */
  replace(path: string, text: string, uri = uriOf(path)): number {
    const document = this.opened.get(uri);
    if (!document) throw new Error(`${path} is not open.`);
    document.version++;
    document.text = text;
    void this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: document.version },
      contentChanges: [{ text }],
    });
    return document.version;
  }

  textOf(path: string, uri = uriOf(path)): string {
    return this.opened.get(uri)?.text ?? "";
  }

  save(path: string): void {
    void this.connection.sendNotification("textDocument/didSave", { textDocument: { uri: uriOf(path) } });
  }

  close(path: string, uri = uriOf(path)): void {
    this.opened.delete(uri);
    void this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** Tells what the editor's file watcher saw. */
  filesChanged(paths: readonly string[], type: FileChangeType = FileChangeType.Changed): void {
    void this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: paths.map((path) => ({ uri: uriOf(path), type })),
    });
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const folder = (path: string) => ({ uri: uriOf(path), name: path });
    void this.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: added.map(folder), removed: removed.map(folder) },
    });
  }

  changeSettings(settings: Readonly<Record<string, unknown>>): void {
    this.settings = settings;
    void this.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  hover(path: string, line: number, character: number): Promise<{ contents: { kind: string; value: string } } | null> {
    return this.request("textDocument/hover", { textDocument: { uri: uriOf(path) }, position: { line, character } });
  }

  actions(path: string, diagnostic: Diagnostic, only?: readonly string[]): Promise<CodeAction[]> {
    return this.request("textDocument/codeAction", {
      textDocument: { uri: uriOf(path) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], ...(only ? { only } : {}) },
    });
  }

  review(): Promise<FolderReview[]> {
    return this.request("linewarden/review", {});
  }

  /** What the editor shows for this file now. */
  shown(path: string, uri = uriOf(path)): readonly Diagnostic[] {
    return this.latest.get(uri)?.diagnostics ?? [];
  }

  /** Files that show something now, with rule and line of each: "a.js: rule:3". */
  state(): string[] {
    return [...this.latest.values()]
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ uri, diagnostics }) => `${uri} ${diagnostics.map((one) => `${one.code}:${one.range.start.line + 1}`).join(" ")}`)
      .sort();
  }

  /** Waits until the condition holds. Rejects with what the editor shows instead. */
  async until(what: string, condition: () => boolean | Promise<boolean>, timeoutMs = 40_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (!(await condition())) {
      if (Date.now() > end)
        throw new Error(`${what} did not happen. Shown: ${this.state().join("; ") || "nothing"}. ${this.stderr.slice(-2000)}`);
      await sleep(20);
    }
  }

  /** Waits until exactly these lines (one-based) of the file show a diagnostic. */
  untilLines(path: string, lines: readonly number[], uri = uriOf(path)): Promise<void> {
    const wanted = lines.join(" ");
    const seen = (): string =>
      this.shown(path, uri)
        .map((one) => one.range.start.line + 1)
        .join(" ");
    return this.until(`diagnostics of ${path} on lines [${wanted}]`, () => seen() === wanted);
  }

  /** Waits until no folder is being read and nothing was published for a moment. */
  async quiet(): Promise<void> {
    const folders = this.options.folders.length;
    await this.until("quiet", async () => {
      const reviews = await this.review();
      return reviews.length >= Math.min(1, folders) && reviews.every((review) => !review.busy);
    });
    let count = -1;
    while (count !== this.publishes.length) {
      count = this.publishes.length;
      await sleep(400);
    }
  }

  /** Ends the server as an editor does. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode;
    const ended = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
    await Promise.race([this.connection.sendRequest("shutdown").catch(() => undefined), sleep(5_000)]);
    await this.connection.sendNotification("exit").catch(() => undefined);
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 5_000);
    const status = await ended;
    clearTimeout(timer);
    this.connection.dispose();
    return status;
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGKILL");
    await ended;
    this.connection.dispose();
  }

  private listen(): void {
    this.connection.onNotification("textDocument/publishDiagnostics", (params: Publish) => {
      const publish = { ...params, version: params.version, at: performance.now() };
      this.publishes.push(publish);
      this.latest.set(params.uri, publish);
    });
    this.connection.onNotification("linewarden/reviewChanged", (reviews: FolderReview[]) => {
      this.reviews = reviews;
      this.reviewNotices.push(performance.now());
    });
    this.connection.onNotification("window/showMessage", ({ message }: { message: string }) => void this.messages.push(message));
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.messages.push(message));
    this.connection.onNotification("$/progress", (params: unknown) => void this.progress.push(params));
    this.connection.onRequest("window/workDoneProgress/create", () => null);
    this.connection.onRequest("client/registerCapability", ({ registrations }: { registrations: { method: string }[] }) => {
      this.registrations.push(...registrations.map((one) => one.method));
      return null;
    });
    this.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }): unknown =>
      this.options.refusals === "silent"
        ? new Promise(() => undefined)
        : this.refusals-- > 0
          ? new ResponseError(ErrorCodes.MethodNotFound, "Unhandled method workspace/configuration")
          : items.map(() => this.settings),
    );
  }
}

export function uriOf(path: string): string {
  return path.includes(":") && !/^[A-Za-z]:[\\/]/.test(path) ? path : pathToFileURL(path).href;
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Edits are all against the same text, as in a code action. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\r" && text[i + 1] === "\n") i++;
    if (text[i] === "\n" || text[i] === "\r") starts.push(i + 1);
  }
  const offset = ({ line, character }: { line: number; character: number }): number =>
    Math.min((starts[line] ?? text.length) + character, text.length);
  let result = text;
  for (const { range, newText } of lastFirst(edits))
    result = result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end));
  return result;
}

function lastFirst(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
}

function languageIdOf(path: string): string {
  const ending = path.split(".").at(-1) ?? "";
  return (
    { js: "javascript", jsx: "javascriptreact", ts: "typescript", tsx: "typescriptreact", py: "python" }[ending] ?? "plaintext"
  );
}
