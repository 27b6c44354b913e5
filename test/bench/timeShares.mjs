// Where the time of a scan goes, from the profiler's samples of all of its threads.
// usage: node timeShares.mjs TARGET   prints {"parse": ms, ..., "total": ms}
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The nearest of these functions above a sample says which part of the work it belongs to. */
const parts = {
  parse: ["parse", "openParsedDocument"],
  read: ["walk", "copyOut", "loadGrammar"],
  convert: ["convertTree"],
  index: ["indexOnce", "makeFacts", "wordsOf"],
  compile: ["compileFormula", "compileRule", "compilePattern", "compileLiterals", "RuleSet"],
  match: ["matchFormula", "findRoles", "secretHits", "guardsOf"],
  flow: ["traceTaint"],
  routes: ["collectRoutes", "compareRoutes"],
  report: ["buildFinding", "printReport", "writeReport", "postMessage"],
};
const partOf = new Map(Object.entries(parts).flatMap(([part, names]) => names.map((name) => [name, part])));

const folder = mkdtempSync(join(tmpdir(), "linewarden-shares-"));
try {
  const args = ["--cpu-prof", "--cpu-prof-dir", folder, join(root, "dist/cli.js"), "scan", "--no-fixes", "--jobs", "1", process.argv[2]];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const shares = Object.fromEntries([...Object.keys(parts), "garbage collection", "start and other"].map((part) => [part, 0]));
  for (const name of readdirSync(folder)) addProfile(JSON.parse(readFileSync(join(folder, name), "utf8")), shares);
  shares.total = Object.values(shares).reduce((sum, ms) => sum + ms, 0);
  console.log(JSON.stringify(shares));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function addProfile({ nodes, samples, timeDeltas }, shares) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const known = new Map();
  const find = (id) => {
    if (id === undefined) return "start and other";
    if (known.has(id)) return known.get(id);
    const { functionName } = byId.get(id).callFrame;
    const part =
      functionName === "(garbage collector)"
        ? "garbage collection"
        : functionName === "(idle)"
          ? ""
          : (partOf.get(functionName.replace(/\d+$/, "")) ?? find(parents.get(id)));
    known.set(id, part);
    return part;
  };
  for (const [index, id] of samples.entries()) {
    const part = find(id);
    if (part !== "") shares[part] += timeDeltas[index] / 1000;
  }
}
