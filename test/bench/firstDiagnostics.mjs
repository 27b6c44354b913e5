// Milliseconds from the start of the language server to the diagnostics of the document that is opened first.
// usage: node firstDiagnostics.mjs FOLDER FILE LANGUAGEID [MS]   stays open for as long after it; prints {"time": ms, "findings": n}
import { startServer } from "./lspClient.mjs";

const [folder, file, languageId, stayMs = "0"] = process.argv.slice(2);
const begin = performance.now();
const server = await startServer(folder);
const { diagnostics } = await server.open(file, languageId);
const time = performance.now() - begin;
await new Promise((resolve) => setTimeout(resolve, Number(stayMs)));
await server.stop();
console.log(JSON.stringify({ time, findings: diagnostics.length }));
