// Milliseconds from the start of the language server to the diagnostics of the document that is opened first.
// usage: node firstDiagnostics.mjs FOLDER FILE LANGUAGEID   prints {"time": ms, "findings": n}
import { startServer } from "./lspClient.mjs";

const [folder, file, languageId] = process.argv.slice(2);
const begin = performance.now();
const server = await startServer(folder);
const { diagnostics } = await server.open(file, languageId);
const time = performance.now() - begin;
await server.stop();
console.log(JSON.stringify({ time, findings: diagnostics.length }));
