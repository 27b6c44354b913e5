// `npm run bench`: what a review costs, as ratios to parsing alone in the same run. Exits 1 when a limit is passed.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { generateFile, generateProject, kinds } from "../test/bench/generate.mjs";
import { buildIfStale, installPackages, root } from "./setup.mjs";

/** Thousand lines a second that parsing alone must reach: half of what was measured when the limits were set. */
const slowestBaseline = 70;
const limits = { coldCpu: 4, editMedian: 1.5 };
/** Installed with the development tools; together more lines than are measured. */
const realPackages = ["ajv", "mocha", "mysql2", "undici", "yaml", "fast-check", "zod", "lodash", "parse5", "dependency-cruiser"];
const lines = Number(process.env.LINEWARDEN_BENCH_LINES ?? 100_000);

installPackages();
buildIfStale();
let failed = false;
const scratch = mkdtempSync(join(tmpdir(), "linewarden-bench-"));
try {
  for (const [language, kind] of Object.entries(kinds)) measure(language, kind);
  measureReal();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

function measure(language, kind) {
  const folder = join(scratch, language);
  const project = generateProject(kind, lines);
  for (const [name, text] of project) write(join(folder, name), text);
  console.log(`\n${language}: ${project.length} files`);
  const parse = baseline(
    language,
    project.map(([name]) => join(folder, name)),
  );
  const speed = parse.lines / parse.wall;
  report(
    "parsing alone",
    `${parse.cpu.toFixed(0)} ms CPU, ${parse.wall.toFixed(0)} ms, ${speed.toFixed(0)} thousand lines/s`,
    speed >= slowestBaseline,
    `at least ${slowestBaseline}`,
  );

  const cold = scan(folder, ["--jobs", "1"]);
  const ratio = cold.cpu / parse.cpu;
  report(
    "cold scan, one worker",
    `${cold.cpu.toFixed(0)} ms CPU, ${cold.wall.toFixed(0)} ms, ${cold.findings} findings, ${cold.rules} rules`,
    true,
  );
  report("  CPU, x parsing alone", ratio.toFixed(2), ratio <= limits.coldCpu, `at most ${limits.coldCpu}`);
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

  const big = generateFile(kind, 2000, 7);
  const editFolder = join(scratch, `${language}-edit`);
  write(join(editFolder, `big${kind.extension}`), big);
  const single = baseline(language, [join(editFolder, `big${kind.extension}`)]);
  const git = (...args) =>
    execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@localhost", ...args], {
      cwd: editFolder,
      stdio: "pipe",
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "base");
  const edit = JSON.parse(
    execFileSync(
      process.execPath,
      [
        join(root, "test/bench/editLatency.mjs"),
        editFolder,
        `big${kind.extension}`,
        language,
        kind.edit.find,
        ...kind.edit.values,
      ],
      { encoding: "utf8" },
    ),
  );
  const times = edit.times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  report(
    "edit to diagnostics, 2,000 lines",
    `p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms over ${times.length} edits, ${edit.findings} findings; full parse ${single.wall.toFixed(1)} ms`,
    edit.findings > 0,
    "findings present",
  );
  report(
    "  p50, x full parse",
    (at(0.5) / single.wall).toFixed(2),
    at(0.5) / single.wall <= limits.editMedian,
    `at most ${limits.editMedian}`,
  );
  report("  p95, x full parse", (at(0.95) / single.wall).toFixed(2), true);
}

/** Code that others wrote, since generated code has a query or a route in every fifth piece and real code has fewer. */
function measureReal() {
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
  const parse = baseline("javascript", files);
  const cold = scan(folder, ["--jobs", "1"]);
  const ratio = cold.cpu / parse.cpu;
  report(
    "parsing alone",
    `${parse.cpu.toFixed(0)} ms CPU, ${(parse.lines / parse.wall).toFixed(0)} thousand lines/s`,
    count > lines / 2,
  );
  report("cold scan, one worker", `${cold.cpu.toFixed(0)} ms CPU, ${cold.wall.toFixed(0)} ms, ${cold.findings} findings`, true);
  report("  CPU, x parsing alone", ratio.toFixed(2), ratio <= limits.coldCpu, `at most ${limits.coldCpu}`);
}

/** The `.js` files of an installed package without packages of its own, in a fixed order; larger ones are bundles. */
function scriptsOf(name) {
  return readdirSync(join(root, "node_modules", name), { recursive: true })
    .filter((file) => file.endsWith(".js") && !file.includes("node_modules") && !/\.min\.js$/.test(file))
    .sort()
    .map((file) => join(root, "node_modules", name, file))
    .filter((file) => statSync(file).size < 200_000);
}

function baseline(language, files) {
  return JSON.parse(
    execFileSync(process.execPath, [join(root, "test/bench/baseline.mjs"), language, ...files], { encoding: "utf8" }),
  );
}

/** The whole process, from start to end: what a person waits for and pays. */
function scan(target, options) {
  const resources = join(scratch, "resources.json");
  const output = join(scratch, "scan.json");
  const args = [
    "--require",
    join(root, "test/bench/resourceReport.cjs"),
    join(root, "dist/cli.js"),
    "scan",
    "--no-fixes",
    target,
    ...options,
    "--format",
    "json",
    "--output",
    output,
  ];
  try {
    execFileSync(process.execPath, args, { env: { ...process.env, LINEWARDEN_RESOURCES: resources }, stdio: "pipe" });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
  const result = JSON.parse(readFileSync(output, "utf8"));
  return { ...JSON.parse(readFileSync(resources, "utf8")), findings: result.findings.length, rules: result.coverage.rules };
}

function report(what, figure, good, limit = "") {
  if (!good) failed = true;
  console.log(`${good ? "    " : "FAIL"} ${what.padEnd(34)} ${figure}${limit ? `   (${limit})` : ""}`);
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
