// Time from a change notification to the published diagnostics of that version, in a 2,000-line file, over the language server's own protocol.
// usage: node editLatency.mjs FOLDER FILE LANGUAGEID FIND VALUE VALUE   prints {"times": [ms, ...], "findings": n}
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node";

const [folder, file, languageId, find, ...values] = process.argv.slice(2);
const edits = 120;
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const uri = pathToFileURL(join(folder, file)).href;
const text = readFileSync(join(folder, file), "utf8");
const before = text.slice(0, text.indexOf(find, text.length / 2)).split("\n");
const start = { line: before.length - 1, character: before.at(-1).length };
const server = spawn(process.execPath, [join(root, "dist/cli.js"), "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
let waiting;
connection.onNotification("textDocument/publishDiagnostics", (params) => {
  if (params.uri === uri && waiting && (params.version ?? waiting.version) >= waiting.version) waiting.done(params);
});
connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({ showExistingFindings: true })));
connection.onRequest("client/registerCapability", () => null);
connection.onRequest("window/workDoneProgress/create", () => null);
connection.listen();
const folderUri = pathToFileURL(folder).href;
await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: folderUri,
  workspaceFolders: [{ uri: folderUri, name: "bench" }],
  capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } } },
});
await connection.sendNotification("initialized", {});
let findings = 0;
const published = (version) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no diagnostics for version ${version} within 20 s`)), 20000);
    waiting = { version, done: (params) => (clearTimeout(timer), (findings = params.diagnostics.length), resolve()) };
  });
const opened = published(1);
await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
await opened;
await new Promise((resolve) => setTimeout(resolve, 1500));
const times = [];
let old = find;
for (let index = 0; index < edits; index++) {
  const value = values[index % values.length];
  const answered = published(index + 2);
  const begin = performance.now();
  connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: index + 2 },
    contentChanges: [{ range: { start, end: { line: start.line, character: start.character + old.length } }, text: value }],
  });
  await answered;
  // The first ones warm the server up, as the first keys of a person do.
  if (index >= 20) times.push(performance.now() - begin);
  old = value;
  await new Promise((resolve) => setTimeout(resolve, 300));
}
await connection.sendRequest("shutdown");
await connection.sendNotification("exit");
console.log(JSON.stringify({ times, findings }));
setTimeout(() => server.kill(), 1000).unref();
