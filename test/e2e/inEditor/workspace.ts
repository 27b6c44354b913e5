// What the suites inside the extension host share: waiting, diagnostics, the agent, writes by another process.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import * as vscode from "vscode";
import type { Row } from "../../../client/review/row.ts";
import type { FolderReview } from "../../../server/protocol.ts";

export const extensionId = "linewarden.linewarden";
/** How long "within moments" may take on a slow machine. */
export const momentsMs = 20_000;

export interface Agent {
  suggest(text: string | undefined): void;
  timesAsked(): number;
  readonly files: { writeFile(uri: vscode.Uri, content: Uint8Array): void };
}

/** The part of the extension's API that the tests use. */
export interface LinewardenApi {
  /** Undefined until the server has answered. */
  reviews(): readonly FolderReview[] | undefined;
  statusText(): string;
  changeRows(): readonly Row[];
  serverState(): unknown;
}

export function folderUri(index = 0): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[index];
  if (!folder) throw new Error(`There is no workspace folder ${index}`);
  return folder.uri;
}

export function fileUri(path: string, index = 0): vscode.Uri {
  return vscode.Uri.joinPath(folderUri(index), path);
}

/** Asks every 50 ms until the answer is neither undefined nor false. Throws after the limit, with what was waited for (as told then). */
export async function until<T>(
  what: string | (() => string | Promise<string>),
  ask: () => T | Promise<T>,
  limitMs = momentsMs,
): Promise<Exclude<T, undefined | false>> {
  const begin = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    if (Date.now() - begin > limitMs)
      throw new Error(`Not within ${limitMs} ms: ${typeof what === "string" ? what : await what()}`);
    await pause(50);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Linewarden's diagnostics of a file; those of other extensions are left out. */
export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => /linewarden/i.test(diagnostic.source ?? ""));
}

/** Waits for a diagnostic on this line (of the text now in the file) and returns it. */
export function diagnosticOn(uri: vscode.Uri, marker: string): Promise<vscode.Diagnostic> {
  const found = async (): Promise<vscode.Diagnostic | undefined> => {
    const lines = (await textOf(uri)).split(/\r?\n/);
    return diagnosticsOf(uri).find((diagnostic) => lines[diagnostic.range.start.line]?.includes(marker));
  };
  return until(async () => `a diagnostic in ${uri.path} on the line with ${marker}; ${await describe(uri)}`, found);
}

export function noDiagnostics(uri: vscode.Uri): Promise<true> {
  return until(`no diagnostics in ${uri.path}`, () => diagnosticsOf(uri).length === 0) as Promise<true>;
}

/** Text of the open document, else of the file. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** What there is instead: the file's diagnostics, and what Linewarden knows of each folder. */
async function describe(uri: vscode.Uri): Promise<string> {
  const diagnostics = diagnosticsOf(uri).map((diagnostic) => [diagnostic.range.start.line, diagnostic.message]);
  const { reviews, statusText, serverState } = await linewarden();
  const folders = reviews()?.map(({ folderUri, baseLabel, busy, files, notReviewed }) => {
    return { folderUri, baseLabel, busy, notReviewed, files: files.map(({ path, findings }) => [path, findings.length]) };
  });
  return `there are ${JSON.stringify({ diagnostics, folders, status: statusText(), server: serverState() })}`;
}

/** Rule, as shown in the diagnostic's code, and the address that it links to. */
export function ruleOf(diagnostic: vscode.Diagnostic): { id: string; link: string } {
  const { code } = diagnostic;
  if (typeof code !== "object") return { id: String(code ?? ""), link: "" };
  return { id: String(code.value), link: code.target.toString() };
}

/** Writes a file in another process, as an agent on the command line does. */
export function writeByProgram(uri: vscode.Uri, text: string): void {
  mkdirSync(dirname(uri.fsPath), { recursive: true });
  execFileSync("sh", ["-c", 'cat > "$1"', "sh", uri.fsPath], { input: text });
}

export function git(...args: string[]): string {
  return execFileSync("git", ["-C", folderUri().fsPath, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

export async function agent(): Promise<Agent> {
  const extension = vscode.extensions.getExtension<Agent>("linewarden-tests.fake-agent");
  if (!extension) throw new Error("The agent is not installed");
  return extension.activate();
}

/** What Linewarden's `activate` returns. */
export async function linewarden(): Promise<LinewardenApi> {
  const extension = vscode.extensions.getExtension<LinewardenApi>(extensionId);
  if (!extension) throw new Error("The VSIX is not installed");
  return extension.activate();
}

/** Puts the folder back to its commit, closes all editors and waits until no diagnostic is left. */
export async function startOver(): Promise<void> {
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty && !document.isClosed && !isEditorsOwn(document)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  git("checkout", "--quiet", "--force", "main");
  git("clean", "--quiet", "--force", "-d");
  const { reviews } = await linewarden();
  await until(
    "a clean folder without diagnostics",
    () => allDiagnostics().length === 0 && !!reviews()?.every(({ files, busy }) => !busy && files.length === 0),
  );
}

/** The editor rewrites its own settings when it starts; to touch that document meanwhile fails. */
function isEditorsOwn({ uri, isUntitled }: vscode.TextDocument): boolean {
  return !isUntitled && uri.scheme === "file" && vscode.workspace.getWorkspaceFolder(uri) === undefined;
}

/** Every diagnostic of Linewarden in the window, by file. */
export function allDiagnostics(): [vscode.Uri, vscode.Diagnostic[]][] {
  return vscode.languages
    .getDiagnostics()
    .map(([uri]): [vscode.Uri, vscode.Diagnostic[]] => [uri, diagnosticsOf(uri)])
    .filter(([, diagnostics]) => diagnostics.length > 0);
}

/**
 * Process ids of Linewarden's language server under this extension host, youngest last. Linux only.
 * A server that starts a program (git) is two processes with one command line until the second has
 * become that program: a process whose parent is a server is not counted.
 */
export function serverProcesses(): number[] {
  const parents = new Map<number, number>();
  const servers: number[] = [];
  for (const name of readdirSync("/proc")) {
    const id = Number(name);
    if (!Number.isInteger(id)) continue;
    try {
      const status = readFileSync(`/proc/${id}/stat`, "utf8");
      parents.set(id, Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]));
      if (/linewarden[^\0]*\/dist\/server\.js/.test(readFileSync(`/proc/${id}/cmdline`, "utf8"))) servers.push(id);
    } catch {
      // The process ended while it was read.
    }
  }
  const known = new Set(servers);
  return servers.filter((id) => !known.has(parents.get(id) ?? 0) && isBelow(id, process.pid, parents)).sort((a, b) => a - b);
}

function isBelow(id: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let current: number | undefined = id; current !== undefined && current > 1; current = parents.get(current))
    if (current === ancestor) return true;
  return false;
}

/** The text of all hovers at a place. */
export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

export async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", uri, range, kind, 20);
}

/** Sets a setting of Linewarden for the window, and gives back what undoes it. */
export async function setting(name: string, value: unknown): Promise<() => Promise<void>> {
  const target = vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration("linewarden").update(name, value, target);
  return async () => {
    await vscode.workspace.getConfiguration("linewarden").update(name, undefined, target);
    rmSync(join(folderUri().fsPath, ".vscode"), { recursive: true, force: true });
  };
}
