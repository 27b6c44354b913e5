// What the language server occupies in a repository while a file in it is edited, at certain numbers of edits, and without a folder.
// usage: node serverMemory.mjs FOLDER FILE LANGUAGEID FIND EDITS...   prints {"idle": MB, "after": {"EDITS": MB}, "peak": {"EDITS": MB}}
import { pause, placeOf, startServer } from "./lspClient.mjs";

const [folder, file, languageId, find, ...counts] = process.argv.slice(2);
const stops = counts.map(Number).sort((a, b) => a - b);
const alone = await startServer();
await pause(1500);
const idle = alone.memory();
await alone.stop();
const server = await startServer(folder);
await pause(1500);
const document = await server.open(file, languageId);
const place = placeOf(document.text, find);
const after = {};
const peak = {};
let old = find;
for (let index = 1; index <= stops.at(-1); index++) {
  const value = find.replace(/\d+/, String(index));
  // The server sends diagnostics at most four times a second: only now and then is an edit waited for.
  if (index % 100 === 0 || stops.includes(index)) await server.edit(document, place(old.length), value);
  else {
    await server.type(document, place(old.length), value);
    await pause(4);
  }
  old = value;
  if (!stops.includes(index)) continue;
  await pause(1500);
  after[index] = server.memory();
  peak[index] = server.peak();
}
await server.stop();
console.log(JSON.stringify({ idle, after, peak }));
