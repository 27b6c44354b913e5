// Time from a change notification to the published diagnostics of that version, in a 2,000-line file, over the language server's own protocol.
// usage: node editLatency.mjs FOLDER FILE LANGUAGEID FIND VALUE VALUE   prints {"times": [ms, ...], "findings": n}
import { pause, placeOf, startServer } from "./lspClient.mjs";

const [folder, file, languageId, find, ...values] = process.argv.slice(2);
const edits = Number(process.env.EDITS ?? 120);
const server = await startServer(folder);
const document = await server.open(file, languageId);
const place = placeOf(document.text, find);
await pause(1500);
const times = [];
let findings = 0;
let old = find;
for (let index = 0; index < edits; index++) {
  const value = values[index % values.length];
  const begin = performance.now();
  findings = (await server.edit(document, place(old.length), value)).length;
  // The first ones warm the server up, as the first keys of a person do.
  if (index >= 20) times.push(performance.now() - begin);
  old = value;
  await pause(300);
}
await server.stop();
console.log(JSON.stringify({ times, findings }));
