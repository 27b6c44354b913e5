// The main figures: a cold scan of many files, and an edit in an open one.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { generateFile, generateProject } from "./generate.mjs";
import { ask, commitAll, lines, report, reportAtMost, root, scan, scratch, write, writeProject } from "./harness.mjs";

/** Thousand lines a second that parsing alone must reach: half of what was measured when the limits were set. */
const slowestBaseline = 70;
const limits = { coldCpu: 4, editMedian: 1.5 };
/** Installed with the development tools; together more lines than are measured. */
const realPackages = ["ajv", "mocha", "mysql2", "undici", "yaml", "fast-check", "zod", "lodash", "parse5", "dependency-cruiser"];

/** Files that import many others, with a place in their second half. */
const realEdits = [
  { file: "undici/lib/web/fetch/index.js", find: "const maxContentEncodings = 5" },
  { file: "mysql2/lib/base/connection.js", find: "this._paused = true" },
];

export function measureCold(language, kind) {
  const project = generateProject(kind, lines);
  const folder = writeProject(join(scratch, language), project);
  console.log(`\n${language}: ${project.length} files`);
  const parse = ask("baseline.mjs", language, ...project.map(([name]) => join(folder, name)));
  const speed = parse.lines / parse.wall;
  report(
    "parsing alone",
    `${parse.cpu.toFixed(0)} ms CPU, ${parse.wall.toFixed(0)} ms, ${speed.toFixed(0)} thousand lines/s`,
    speed >= slowestBaseline,
    `at least ${slowestBaseline}`,
  );
  const cold = scan(folder, ["--jobs", "1"]);
  report(
    "cold scan, one worker",
    `${cold.cpu.toFixed(0)} ms CPU, ${cold.wall.toFixed(0)} ms, ${cold.findings} findings, ${cold.rules} rules`,
    cold.findings > 0,
  );
  reportAtMost("  CPU, x parsing alone", cold.cpu / parse.cpu, limits.coldCpu);
  report("  time, x parsing alone", (cold.wall / parse.wall).toFixed(2), true);
  const idle = scan(join(folder, `src/part1${kind.extension}`), ["--jobs", "1"]);
  report(
    "  peak memory",
    `${cold.rssMb.toFixed(0)} MB (${(cold.rssMb - idle.rssMb).toFixed(0)} MB more than for one file)`,
    true,
  );
  const two = scan(folder, ["--jobs", "2"]);
  report(
    "  two workers",
    `${two.wall.toFixed(0)} ms, ${(cold.wall / two.wall).toFixed(2)} times faster than one`,
    two.findings === cold.findings,
    "the same findings",
  );
  const { total, ...shares } = ask("timeShares.mjs", folder);
  const parts = Object.entries(shares).sort(([, a], [, b]) => b - a);
  report(
    "  where the time goes",
    parts.map(([part, ms]) => `${part} ${((100 * ms) / total).toFixed(0)} %`).join(", "),
    shares.parse > 0 && shares.match > 0 && shares.flow > 0,
  );
}

export function measureEdits(language, kind) {
  console.log(`\n${language}: edits`);
  const name = `big${kind.extension}`;
  const folder = writeProject(join(scratch, `${language}-edit`), [[name, generateFile(kind, 2000, 7)]]);
  const single = ask("baseline.mjs", language, join(folder, name));
  commitAll(folder, "base");
  const edit = ask("editLatency.mjs", folder, name, language, kind.edit.find, ...kind.edit.values);
  const [p50, p95] = percentiles(edit.times);
  report(
    "edit to diagnostics, 2,000 lines",
    `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms over ${edit.times.length} edits, ${edit.findings} findings; full parse ${single.wall.toFixed(1)} ms`,
    edit.findings > 0,
    "findings present",
  );
  reportAtMost("  p50, x full parse", p50 / single.wall, limits.editMedian);
  report("  p95, x full parse", (p95 / single.wall).toFixed(2), true);
}

function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return [0.5, 0.95].map((share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
}

/** Nearly every edit there has the whole file analysed with what it imports. */
function measureRealEdits(folder) {
  commitAll(folder, "base");
  for (const { file, find } of realEdits) {
    const parse = ask("baseline.mjs", "javascript", join(folder, file));
    const { times } = ask("editLatency.mjs", folder, file, "javascript", find, find.replace(/\w+$/, "1"), find.replace(/\w+$/, "2"));
    const [p50, p95] = percentiles(times);
    report(`edit in ${file}`, `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; full parse ${parse.wall.toFixed(1)} ms`, p50 > 0);
    report("  p50, x full parse", (p50 / parse.wall).toFixed(1), true);
  }
}

/** Code that others wrote, since generated code has a query or a route in every fifth piece and real code has fewer. */
export function measureReal() {
  const folder = join(scratch, "real");
  const files = [];
  let count = 0;
  for (const file of realPackages.flatMap(scriptsOf)) {
    if (count >= lines) break;
    const text = readFileSync(file, "utf8");
    // In their own folders, so that what they import is found.
    const copy = join(folder, relative(join(root, "node_modules"), file));
    write(copy, text);
    files.push(copy);
    count += text.split("\n").length - 1;
  }
  console.log(`\njavascript of ${realPackages.length} packages: ${files.length} files, ${count} lines`);
  const parse = ask("baseline.mjs", "javascript", ...files);
  const cold = scan(folder, ["--jobs", "1"]);
  report(
    "parsing alone",
    `${parse.cpu.toFixed(0)} ms CPU, ${(parse.lines / parse.wall).toFixed(0)} thousand lines/s`,
    count > lines / 2,
  );
  report(
    "cold scan, one worker",
    `${cold.cpu.toFixed(0)} ms CPU, ${cold.wall.toFixed(0)} ms, ${cold.rssMb.toFixed(0)} MB, ${cold.findings} findings`,
    true,
  );
  reportAtMost("  CPU, x parsing alone", cold.cpu / parse.cpu, limits.coldCpu);
  measureRealEdits(folder);
}

/** The `.js` files of an installed package without packages of its own, in a fixed order; larger ones are bundles. */
function scriptsOf(name) {
  return readdirSync(join(root, "node_modules", name), { recursive: true })
    .filter((file) => file.endsWith(".js") && !file.includes("node_modules") && !/\.min\.js$/.test(file))
    .sort()
    .map((file) => join(root, "node_modules", name, file))
    .filter((file) => statSync(file).size < 200_000);
}
