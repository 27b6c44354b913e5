// Runs every suite, after installing what it needs; the last line is the sum over all of them.
// usage: npm test [-- SUITE...]
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale, installPackages, root, run } from "./setup.mjs";

/**
 * In the order in which they begin: what fails fast comes first. `alone`: needs the machine for itself.
 * `prepare`: a program that downloads and builds what the suite needs. `waits`: for other processes, which a busy machine may hold up
 * for longer than a test waits; such a test is repeated once, and told as repeated.
 */
const suites = {
  check: { command: ["scripts/check.mjs"] },
  project: {},
  unit: {},
  rules: {},
  secrets: {},
  conformance: {},
  cli: { waits: true, debian: ["git", "python3"] },
  gate: { waits: true, debian: ["git"] },
  hostile: { waits: true, debian: ["git"] },
  lsp: { waits: true, debian: ["git", "neovim"] },
  robust: { waits: true, debian: ["git", "python3"] },
  fixes: { debian: ["python3", "python3-psycopg", "python3-mysqldb", "mariadb-server"] },
  attacks: {
    debian: [
      "python3",
      "python3-flask",
      "python3-flaskext.wtf",
      "python3-django",
      "python3-requests",
      "python3-jwt",
      "python3-lxml",
      "python3-xmltodict",
      "python3-bcrypt",
      "python3-paramiko",
      "python3-ldap3",
      "python3-cryptography",
      "python3-yaml",
    ],
  },
  packaging: { debian: ["git", "unzip"] },
  e2e: {
    command: ["test/e2e/run.mjs"],
    debian: ["git", "chromium", "python3", "make", "g++"],
    prepare: ["tools/vscode-host/setup.mjs"],
    alone: true,
  },
};

const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!(name in suites)) fail(`There is no suite ${name}; there are: ${Object.keys(suites).join(", ")}.`);
const chosen = Object.keys(suites).filter((name) => wanted.length === 0 || wanted.includes(name));
installPackages();
buildIfStale();
const missing = installDebianPackages();
const scratch = mkdtempSync(join(tmpdir(), "linewarden-test-"));
mkdirSync(join(root, "out"), { recursive: true });
/** Suites that share the machine; more at once would disturb what waits for moments. */
const lanes = Math.min(2, availableParallelism());
const results = new Map();
const together = chosen.filter((name) => !suites[name].alone);
const queue = [...chosen.flatMap((name) => preparations(name)), ...together.map((name) => () => test(name))];
await Promise.all(
  Array.from({ length: lanes }, async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await job();
  }),
);
for (const name of chosen) if (suites[name].alone) await test(name);
rmSync(scratch, { recursive: true, force: true });
summarize();

async function test(name) {
  results.set(name, await runSuite(name, suites[name]));
}

/** What a suite installs is installed beside the suites before it; the suite itself tells when that failed. */
function preparations(name) {
  const { prepare } = suites[name];
  return prepare && chosen.length > 1 ? [() => runProgram(`setting up ${name}`, prepare, {})] : [];
}

/** The last line is the sum over all suites; before it stand the names of the tests that failed. */
function summarize() {
  let passed = 0;
  let failed = 0;
  console.log("");
  for (const name of chosen) {
    const { passes, failures, seconds, note = "" } = results.get(name);
    passed += passes;
    failed += failures;
    console.log(
      `  ${name.padEnd(12)} ${String(passes).padStart(5)} passed ${String(failures).padStart(4)} failed ${seconds.padStart(6)} s${note}`,
    );
  }
  console.log("");
  for (const name of chosen) {
    for (const title of results.get(name).repeated ?? []) console.log(`passed when repeated: ${name}: ${title}`);
    for (const title of results.get(name).failed ?? []) console.log(`failed: ${name}: ${title}`);
  }
  if (passed === 0) failed++;
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

/** A suite that did not run, crashed after its last test or left tests out counts as failed. */
async function runSuite(name, suite) {
  const absent = (suite.debian ?? []).filter((item) => missing.has(item));
  if (absent.length) return { passes: 0, failures: 1, seconds: "0", note: ` (not run: missing ${absent.join(", ")})` };
  const countsFile = join(scratch, `${name}.json`);
  const mocha = [
    "--import",
    "tsx",
    "node_modules/mocha/bin/mocha.js",
    "--no-config",
    "--exit",
    "--timeout",
    "60000",
    ...(suite.waits ? ["--retries", "1"] : []),
    "--reporter",
    "test/support/countingReporter.cjs",
    `test/${name}/**/*.test.ts`,
  ];
  const begin = Date.now();
  const cache = join(scratch, `cache-${name}`);
  const end = await runProgram(name, suite.command ?? mocha, { LINEWARDEN_COUNTS: countsFile, LINEWARDEN_CACHE: cache });
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, "utf8")) : {};
  const { passes = 0, failures = 0, pending = 0 } = counts;
  if (passes + failures === 0) return { passes, failures: 1, seconds, note: " (no test ran)" };
  if (end !== 0 && failures === 0) return { passes, failures: 1, seconds, note: ` (ended with ${end})` };
  const told = { passes, seconds, failed: counts.failed, repeated: counts.repeated };
  if (pending) return { ...told, failures: failures + pending, note: ` (${pending} left out)` };
  return { ...told, failures };
}

/**
 * Runs a Node program to its end, or ends it after 15 minutes: what hangs counts as failed.
 * Beside another one its output is kept and printed in one piece.
 * @returns its exit code, or the signal that ended it
 */
async function runProgram(title, args, env) {
  const shared = lanes > 1 && chosen.length > 1;
  console.log(shared ? `... ${title}` : `\n=== ${title}`);
  const log = join(scratch, `${title.replaceAll(" ", "-")}.log`);
  const output = shared ? openSync(log, "w") : "inherit";
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", output, output],
    timeout: 900_000,
    env: { ...process.env, ...env },
  });
  const [code, signal] = await once(child, "exit");
  if (shared) {
    closeSync(output);
    console.log(`\n=== ${title}\n${readFileSync(log, "utf8")}`);
  }
  return code ?? signal;
}

/** @returns the packages that are still missing. Installs them as root on Debian; elsewhere prints the one command to run. */
function installDebianPackages() {
  const packages = readFileSync(join(root, "test/debian-packages.txt"), "utf8").split(/\s+/).filter(Boolean);
  const absent = () => new Set(packages.filter((name) => !isInstalled(name)));
  if (!existsSync("/usr/bin/dpkg-query")) {
    console.error(`The tests need these programs, by their Debian names: ${packages.join(" ")}`);
    return new Set(packages.filter((name) => !onPath(name)));
  }
  const before = absent();
  if (before.size === 0) return before;
  const command = `apt-get install -y --no-install-recommends ${[...before].join(" ")}`;
  if (process.getuid?.() !== 0) {
    console.error(`Some tests need Debian packages. Run: sudo ${command}`);
    return before;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", command.split(" ").slice(1), { env });
  } catch (error) {
    console.error(String(error));
  }
  return absent();
}

function isInstalled(name) {
  return spawnSync("dpkg-query", ["-W", "-f", "${db:Status-Status}", name], { encoding: "utf8" }).stdout === "installed";
}

function onPath(name) {
  const program = { neovim: "nvim", "mariadb-server": "mariadbd" }[name] ?? name;
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
