// What the parts of the bench share: a scratch folder, figures against limits, and the programs that are measured.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const cli = join(root, "dist/cli.js");
export const scratch = mkdtempSync(join(tmpdir(), "linewarden-bench-"));
export const lines = Number(process.env.LINEWARDEN_BENCH_LINES ?? 100_000);
export const state = { failed: false };

/** One line of the result; a figure past its limit fails the bench. */
export function report(what, figure, good, limit = "") {
  if (!good) state.failed = true;
  console.log(`${good ? "    " : "FAIL"} ${what.padEnd(34)} ${figure}${limit ? `   (${limit})` : ""}`);
}

/** A figure that must be at most so much. */
export function reportAtMost(what, value, limit, detail = "") {
  report(what, `${value.toFixed(2)}${detail && `   ${detail}`}`, value <= limit, `at most ${limit}`);
}

export function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Writes `[name, text]` pairs into a folder. */
export function writeProject(folder, files) {
  for (const [name, text] of files) write(join(folder, name), text);
  return folder;
}

export function commitAll(folder, message) {
  const git = (...args) =>
    execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@localhost", ...args], { cwd: folder, stdio: "pipe" });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", message);
  return git;
}

/** Runs one of the bench's own programs. @returns What it printed, parsed. */
export function ask(program, ...args) {
  const file = join(root, "test/bench", program);
  return JSON.parse(execFileSync(process.execPath, [file, ...args], { encoding: "utf8", maxBuffer: 1 << 28 }));
}

/** The whole process, from start to end: what a person waits for and pays. @param program Another build of the command line. */
export function scan(target, options, program = cli) {
  const resources = join(scratch, "resources.json");
  const output = join(scratch, "scan.json");
  const args = ["--require", join(root, "test/bench/resourceReport.cjs"), program, "scan", "--no-fixes", target, ...options];
  const { status, stderr } = spawnSync(process.execPath, [...args, "--format", "json", "--output", output], {
    env: { ...process.env, LINEWARDEN_RESOURCES: resources },
    encoding: "utf8",
  });
  if (status !== 0 && status !== 1) throw new Error(`The scan ended with status ${status}: ${stderr}`);
  const result = JSON.parse(readFileSync(output, "utf8"));
  return { ...JSON.parse(readFileSync(resources, "utf8")), findings: result.findings.length, rules: result.coverage.rules };
}

/** The quickest of some runs of a program, in milliseconds from start to end. */
export function quickest(runs, args, options = {}) {
  const times = Array.from({ length: runs }, () => {
    const begin = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: "ignore", ...options });
    if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} ended with status ${status}`);
    return performance.now() - begin;
  });
  return Math.min(...times);
}
