// Runs every suite, after installing what it needs; the last line is the sum over all of them.
// usage: npm test [-- SUITE...]
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale, installPackages, root, run } from "./setup.mjs";

/** In the order in which they run: what fails fast comes first. */
const suites = {
  check: { command: ["scripts/check.mjs"] },
  project: {},
  unit: {},
  rules: {},
  secrets: {},
  conformance: {},
  cli: { debian: ["git", "python3"] },
  gate: { debian: ["git"] },
  hostile: { debian: ["git"] },
  lsp: { debian: ["git", "neovim"] },
  robust: { debian: ["git", "python3"] },
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
  e2e: { command: ["test/e2e/run.mjs"], debian: ["git", "chromium", "python3", "make", "g++"] },
};

const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!(name in suites)) fail(`There is no suite ${name}; there are: ${Object.keys(suites).join(", ")}.`);
installPackages();
buildIfStale();
const missing = installDebianPackages();
const scratch = mkdtempSync(join(tmpdir(), "linewarden-test-"));
mkdirSync(join(root, "out"), { recursive: true });
let passed = 0;
let failed = 0;
const table = [];
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const counts = runSuite(name, suite);
  passed += counts.passes;
  failed += counts.failures;
  table.push(
    `  ${name.padEnd(12)} ${String(counts.passes).padStart(5)} passed ${String(counts.failures).padStart(4)} failed ${counts.seconds.padStart(6)} s${counts.note ?? ""}`,
  );
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${table.join("\n")}\n`);
if (passed === 0) failed++;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** A suite that did not run, crashed after its last test or left tests out counts as failed. */
function runSuite(name, suite) {
  console.log(`\n=== ${name}`);
  const absent = (suite.debian ?? []).filter((item) => missing.has(item));
  if (absent.length) return { passes: 0, failures: 1, seconds: "0", note: ` (not run: missing ${absent.join(", ")})` };
  const counts = join(scratch, `${name}.json`);
  const mocha = [
    "--import",
    "tsx",
    "node_modules/mocha/bin/mocha.js",
    "--no-config",
    "--exit",
    "--timeout",
    "60000",
    "--reporter",
    "test/support/countingReporter.cjs",
    `test/${name}/**/*.test.ts`,
  ];
  const begin = Date.now();
  const result = spawnSync(process.execPath, suite.command ?? mocha, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    // A suite that hangs counts as failed.
    timeout: 900_000,
    env: { ...process.env, LINEWARDEN_COUNTS: counts, LINEWARDEN_CACHE: join(scratch, "cache") },
  });
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  const { passes = 0, failures = 0, pending = 0 } = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : {};
  if (passes + failures === 0) return { passes, failures: 1, seconds, note: " (no test ran)" };
  if (result.status !== 0 && failures === 0)
    return { passes, failures: 1, seconds, note: ` (ended with ${result.status ?? result.signal})` };
  if (pending) return { passes, failures: failures + pending, seconds, note: ` (${pending} left out)` };
  return { passes, failures, seconds };
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
