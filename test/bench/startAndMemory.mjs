// How long a person waits for the first answer, and what the server occupies afterwards.
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { generateFile, generateProject, kinds } from "./generate.mjs";
import { ask, cli, commitAll, lines, quickest, report, reportAtMost, scratch, write, writeProject } from "./harness.mjs";

const limits = { firstDiagnostics: 6, review: 4.5, memoryMb: 130, memoryGrowth: 1.1 };
const kind = kinds.javascript;

export function measureStart() {
  console.log("\nstart");
  const node = quickest(10, ["-e", "0"]);
  report("node -e 0", `${node.toFixed(0)} ms`, node > 0);
  const folder = repository();
  const first = Math.min(...Array.from({ length: 3 }, () => ask("firstDiagnostics.mjs", folder, "src/part1.js", "javascript").time));
  reportAtMost("server, to the first diagnostics", first / node, limits.firstDiagnostics, `${first.toFixed(0)} ms`);
  const git = commitAll(folder, "base");
  for (const number of [1, 2, 3]) appendFileSync(join(folder, `src/part${number}.js`), generateFile(kind, 165, 90 + number));
  git("add", ".");
  const command = [cli, "review", "--staged", "--quiet", folder];
  const cache = join(scratch, "cache");
  const withCache = { env: { ...process.env, LINEWARDEN_CACHE: cache } };
  const empty = quickest(1, command, withCache);
  report("review --staged, 3 files, no cache", `${(empty / node).toFixed(2)}   ${empty.toFixed(0)} ms`, existsSync(cache));
  const warm = quickest(5, command, withCache);
  reportAtMost("review --staged, warm cache", warm / node, limits.review, `${warm.toFixed(0)} ms`);
}

export function measureMemory(edits) {
  console.log("\nmemory of the server");
  const folder = repository();
  write(join(folder, "src/big.js"), generateFile(kind, 2000, 7));
  commitAll(folder, "base");
  const counts = [30, edits / 10, edits];
  const { idle, after, peak } = ask("serverMemory.mjs", folder, "src/big.js", "javascript", kind.edit.find, ...counts.map(String));
  if (!(idle > 0)) return report("memory", "not measured: the system does not say", true);
  report("idle, without a folder", `${idle.toFixed(0)} MB`, true);
  report("after 30 edits", `${after[30].toFixed(0)} MB, ${peak[30].toFixed(0)} MB at most`, true);
  const above = peak[30] - idle;
  report("the peak above idle", `${above.toFixed(0)} MB`, above <= limits.memoryMb, `at most ${limits.memoryMb}`);
  const growth = after[edits] / after[edits / 10];
  reportAtMost(`${edits} edits, x ${edits / 10}`, growth, limits.memoryGrowth, `${after[edits].toFixed(0)} MB`);
}

let made = 0;

/** A new repository of all the lines, nothing committed. */
function repository() {
  return writeProject(join(scratch, `repository-${++made}`), generateProject(kind, lines));
}
