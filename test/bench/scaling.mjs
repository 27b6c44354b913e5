// How the cost grows with code, with rules and with strange files.
import { cpSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateFile, generateProject, kinds } from "./generate.mjs";
import { cli, lines, report, reportAtMost, scan, scratch, write, writeProject } from "./harness.mjs";

const limits = { twiceTheCode: 2, twiceTheMemory: 1.15, manyRules: 1.5, builtIn: 1.15, twiceTheFile: 2.5 };

/** Milliseconds of CPU time. */
const shortest = 200;

export function measureScaling() {
  console.log("\ngrowth");
  const half = scan(writeProject(join(scratch, "half"), generateProject(kinds.javascript, lines / 2)), ["--jobs", "1"]);
  const whole = scan(writeProject(join(scratch, "whole"), generateProject(kinds.javascript, lines)), ["--jobs", "1"]);
  report("half of the code, all of it", `${half.cpu.toFixed(0)} ms, ${whole.cpu.toFixed(0)} ms CPU`, whole.findings > half.findings);
  reportAtMost("  CPU of twice the code", whole.cpu / half.cpu, limits.twiceTheCode);
  reportAtMost("  peak memory of twice the code", whole.rssMb / half.rssMb, limits.twiceTheMemory);
  const leastOf = (run) => [1, 2, 3].map(run).reduce((a, b) => (b.cpu < a.cpu ? b : a));
  const few = leastOf(() => scan(join(scratch, "half"), ["--jobs", "1"], programWith(50)));
  const all = leastOf(() => scan(join(scratch, "half"), ["--jobs", "1"]));
  reportAtMost(
    `${few.rules} of the built-in rules, ${all.rules}`,
    few.rules === 50 ? all.cpu / few.cpu : Number.NaN,
    limits.builtIn,
    `${few.cpu.toFixed(0)} ms, ${all.cpu.toFixed(0)} ms CPU`,
  );
  const withRules = (count) => {
    const file = join(scratch, `rules-${count}.yaml`);
    write(file, rulesOf(count));
    return scan(join(scratch, "half"), ["--jobs", "1", "--no-default-rules", "--rules", file]);
  };
  const before = process.env.LINEWARDEN_CACHE;
  process.env.LINEWARDEN_CACHE = join(scratch, "rule-cache");
  const [first, firstThousand] = [withRules(100), withRules(1000)];
  report(
    "100 rules of a team, 1,000, new files",
    `${(firstThousand.cpu / first.cpu).toFixed(2)}   ${first.cpu.toFixed(0)} ms, ${firstThousand.cpu.toFixed(0)} ms CPU`,
    first.rules === 100 && firstThousand.rules === 1000,
  );
  const [hundred, thousand] = [leastOf(() => withRules(100)), leastOf(() => withRules(1000))];
  if (before === undefined) delete process.env.LINEWARDEN_CACHE;
  else process.env.LINEWARDEN_CACHE = before;
  reportAtMost(
    "  the same files another time",
    thousand.cpu / hundred.cpu,
    limits.manyRules,
    `${hundred.cpu.toFixed(0)} ms, ${thousand.cpu.toFixed(0)} ms CPU`,
  );
  const alone = scan(oneFile("empty.js", "let a = 1;\n"), ["--jobs", "1"]).cpu;
  for (const [what, make] of Object.entries(shapes)) {
    const cost = (part) => {
      const { cpu } = scan(oneFile(`${what.replaceAll(/\W/g, "-")}-${part}.js`, make(part)), ["--jobs", "1"]);
      // The start of a process varies by more than the shortest of these takes.
      return Math.max(shortest, cpu - alone);
    };
    const [small, large] = [cost(0.5), cost(1)];
    reportAtMost(`${what}: twice`, large / small, limits.twiceTheFile, `${small.toFixed(0)} ms, ${large.toFixed(0)} ms CPU`);
  }
}

/** The same program with so many of the rules that a scan of JavaScript applies, at even distances. @returns Its command line. */
function programWith(count) {
  const folder = join(scratch, `dist-${count}`);
  cpSync(dirname(cli), folder, { recursive: true });
  const file = join(folder, "rules.json");
  const packed = JSON.parse(readFileSync(file, "utf8"));
  const own = packed.rules.filter(
    ({ kind, languages, paths, body }) =>
      kind === "finding" && body.mode !== "removed" && (languages.includes("javascript") || (languages.length === 0 && !paths?.include.length)),
  );
  const rules = Array.from({ length: count }, (_, n) => own[Math.floor((n * own.length) / count)]);
  write(file, JSON.stringify({ ...packed, rules }));
  return join(folder, "cli.js");
}

function oneFile(name, text) {
  const file = join(scratch, "shapes", name);
  write(file, text);
  return file;
}

/** Files that have brought other tools to a halt, whole and half as large. */
const shapes = {
  "1 MB of generated code": (part) => {
    const text = generateFile(kinds.javascript, 30_000, 3);
    return text.slice(0, text.lastIndexOf("\n\n", part * 1_000_000));
  },
  "10,000 nested brackets": (part) => `let a = ${"(".repeat(part * 10_000)}1${")".repeat(part * 10_000)};\n`,
  "a function of 20,000 lines": (part) => {
    const line = (n) => `  if (input.kind === ${n}) total += read(input.part${n % 50}, total);\n`;
    return `function all(input) {\n  let total = 0;\n${Array.from({ length: part * 20_000 }, (_, n) => line(n)).join("")}  return total;\n}\n`;
  },
};

/** Rules as a team writes them: half of them find calls, half follow data, and one in a hundred has to do with the code at hand. */
function rulesOf(count) {
  const rule = (n) =>
    n % 2 === 0
      ? `  - id: call-${n}\n    languages: [javascript]\n    severity: WARNING\n    message: No.\n    patterns:\n      - pattern: team${n}.run($X, ...)\n      - pattern-not: team${n}.run("...", ...)\n`
      : `  - id: flow-${n}\n    languages: [javascript]\n    severity: WARNING\n    message: No.\n    mode: taint\n    pattern-sources: [{pattern: req.query}]\n    pattern-sinks: [{pattern: "${n % 100 === 1 ? "pool.query" : `sink${n}`}($X, ...)"}]\n`;
  return `rules:\n${Array.from({ length: count }, (_, n) => rule(n)).join("")}`;
}
