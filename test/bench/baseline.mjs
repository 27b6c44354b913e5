// "Parsing alone": the files already read, web-tree-sitter parse and delete only, warmed, no walk, grammar load left out, median of 5.
// usage: node baseline.mjs LANGUAGE FILE...   prints {"cpu": ms, "wall": ms, "lines": n}
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Language, Parser } from "web-tree-sitter";

const [language, ...files] = process.argv.slice(2);
const grammars = join(dirname(fileURLToPath(import.meta.url)), "../../dist/grammars");
await Parser.init({ locateFile: () => join(grammars, "web-tree-sitter.wasm") });
const parser = new Parser();
parser.setLanguage(await Language.load(readFileSync(join(grammars, `tree-sitter-${language}.wasm`))));
const texts = files.map((file) => readFileSync(file, "utf8"));
const runs = [];
for (let round = 0; round < 6; round++) {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  for (const text of texts) parser.parse(text).delete();
  const used = process.cpuUsage(cpu);
  if (round > 0) runs.push({ cpu: (used.user + used.system) / 1000, wall: performance.now() - wall });
}
const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[2];
const lines = texts.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
console.log(JSON.stringify({ cpu: median("cpu"), wall: median("wall"), lines }));
