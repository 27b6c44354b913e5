// The language server as an editor runs it: over its own protocol, with one open document that is edited.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Starts the server, on a folder where one is given. Like the editors that it is made for, this client watches files itself. */
export async function startServer(folder) {
  const process_ = spawn(process.execPath, [join(root, "dist/cli.js"), "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(process_.stdout),
    new rpc.StreamMessageWriter(process_.stdin),
  );
  let waiting;
  connection.onNotification("textDocument/publishDiagnostics", (params) => {
    if (waiting && params.uri === waiting.uri && (params.version ?? waiting.version) >= waiting.version) waiting.done(params);
  });
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({ showExistingFindings: true })));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.listen();
  const folderUri = folder === undefined ? null : pathToFileURL(folder).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: folderUri,
    workspaceFolders: folderUri === null ? [] : [{ uri: folderUri, name: "bench" }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
    },
  });
  await connection.sendNotification("initialized", {});
  const published = (uri, version) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no diagnostics for version ${version} within 30 s`)), 30000);
      waiting = { uri, version, done: (params) => (clearTimeout(timer), resolve(params.diagnostics)) };
    });
  return {
    pid: process_.pid,
    /** @returns The document, with `diagnostics` of its first version. */
    async open(file, languageId) {
      const uri = pathToFileURL(join(folder, file)).href;
      const text = readFileSync(join(folder, file), "utf8");
      const first = published(uri, 1);
      await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
      return { uri, text, version: 1, diagnostics: await first };
    },
    /** Replaces a range, and waits for the diagnostics of that version. */
    async edit(document, range, text) {
      document.version++;
      const answer = published(document.uri, document.version);
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: document.uri, version: document.version },
        contentChanges: [{ range, text }],
      });
      return answer;
    },
    /** Replaces a range without waiting for anything. */
    type(document, range, text) {
      document.version++;
      return connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: document.uri, version: document.version },
        contentChanges: [{ range, text }],
      });
    },
    /** Megabytes that the whole server occupies now, and that it occupied at most; `undefined` where the system does not say. */
    memory: () => statusOf(process_.pid, "VmRSS"),
    peak: () => statusOf(process_.pid, "VmHWM"),
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      setTimeout(() => process_.kill(), 1000).unref();
    },
  };
}

/** Where `find` stands in the second half of a text, as a position and what is there. @throws Where it does not. */
export function placeOf(text, find) {
  const at = text.indexOf(find, text.length / 2);
  if (at < 0) throw new Error(`${find} is not in the second half of the file.`);
  const before = text.slice(0, at).split("\n");
  const start = { line: before.length - 1, character: before.at(-1).length };
  return (length) => ({ start, end: { line: start.line, character: start.character + length } });
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function statusOf(pid, name) {
  try {
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}
