// Throws random bytes, mutated source and mutated rules at the engine until it is stopped; inputs that fail are kept in out/fuzz/.
// usage: npm run fuzz [-- SEED]
import { fork } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildIfStale, installPackages, root } from "./setup.mjs";

/** Longer than a case may take; then it counts as hanging. */
const watchdogMs = 120_000;
const folder = join(root, "out", "fuzz");
const current = join(folder, "current.json");
const counts = { cases: 0, failed: 0 };
const first = Number(process.argv[2] ?? Date.now() % 1_000_000_000);
if (!Number.isInteger(first)) {
  console.error("usage: npm run fuzz [-- SEED]");
  process.exit(2);
}

installPackages();
buildIfStale();
mkdirSync(folder, { recursive: true });
console.log(`seed ${first}; stop it with Ctrl+C`);
let seed = first;
let child;
let watchdog;
let stopped = false;
start();
const printing = setInterval(print, 10_000);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);

function start() {
  const arguments_ = [String(seed), current];
  child = fork(join(root, "test/fuzz/fuzzProcess.ts"), arguments_, { cwd: root, execArgv: ["--import", "tsx"] });
  watch();
  child.on("message", (message) => {
    watch();
    seed = message.seed;
    counts.cases++;
    if (message.error) keep(message.kind, message.error);
  });
  child.on("exit", (code, signal) => {
    clearTimeout(watchdog);
    if (stopped) return;
    // The next one goes on behind the case that ended it.
    keep("ended", `The process ended with ${code ?? signal}.`);
    seed++;
    start();
  });
}

function watch() {
  clearTimeout(watchdog);
  watchdog = setTimeout(() => child.kill("SIGKILL"), watchdogMs);
}

function keep(kind, error) {
  counts.failed++;
  const file = join(folder, `${seed}-${kind}.json`);
  copyFileSync(current, file);
  console.log(`seed ${seed}, ${kind}: ${error}\n  kept in ${file}`);
}

function print() {
  console.log(`seed ${seed}: ${counts.cases} cases, ${counts.failed} failed`);
}

function stop() {
  stopped = true;
  clearInterval(printing);
  clearTimeout(watchdog);
  child.kill("SIGKILL");
  print();
  process.exitCode = counts.failed ? 1 : 0;
}
