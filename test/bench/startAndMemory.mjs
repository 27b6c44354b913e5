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
  const git = commitAll(folder, "base");
  measureFirstDiagnostics(folder, node);
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

/** In a repository that the editor opens for the first time, and in one whose findings it has kept. */
function measureFirstDiagnostics(folder, node) {
  let caches = 0;
  const open = (cache, stayMs = 0) => {
    process.env.LINEWARDEN_CACHE = join(scratch, cache);
    return ask("firstDiagnostics.mjs", folder, "src/part1.js", "javascript", String(stayMs)).time;
  };
  const before = process.env.LINEWARDEN_CACHE;
  const first = Math.min(...[1, 2, 3].map(() => open(`editor-${++caches}`)));
  report("server, to the first diagnostics", `${(first / node).toFixed(2)}   ${first.toFixed(0)} ms`, first > 0);
  open("editor", 6000);
  const again = Math.min(...[1, 2, 3, 4, 5].map(() => open("editor")));
  reportAtMost("  when it was open before", again / node, limits.firstDiagnostics, `${again.toFixed(0)} ms`);
  if (before === undefined) delete process.env.LINEWARDEN_CACHE;
  else process.env.LINEWARDEN_CACHE = before;
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
