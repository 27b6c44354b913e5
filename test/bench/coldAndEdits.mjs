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
  const times = edit.times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  report(
    "edit to diagnostics, 2,000 lines",
    `p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms over ${times.length} edits, ${edit.findings} findings; full parse ${single.wall.toFixed(1)} ms`,
    edit.findings > 0,
    "findings present",
  );
  reportAtMost("  p50, x full parse", at(0.5) / single.wall, limits.editMedian);
  report("  p95, x full parse", (at(0.95) / single.wall).toFixed(2), true);
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
}

/** The `.js` files of an installed package without packages of its own, in a fixed order; larger ones are bundles. */
function scriptsOf(name) {
  return readdirSync(join(root, "node_modules", name), { recursive: true })
    .filter((file) => file.endsWith(".js") && !file.includes("node_modules") && !/\.min\.js$/.test(file))
    .sort()
    .map((file) => join(root, "node_modules", name, file))
    .filter((file) => statSync(file).size < 200_000);
}
