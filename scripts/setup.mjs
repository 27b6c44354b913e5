// What the scripts need before anything is installed: Node's own modules only.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a program with its output on standard error; throws when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
    ...options,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${result.status ?? result.signal}`);
}

/** `npm ci` unless what is installed is what the lock file says. */
export function installPackages() {
  if (installedIsLocked()) return false;
  process.stderr.write("Installing npm packages ...\n");
  run(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  return true;
}

/** npm notes what it installed in a lock file of its own; packages for other platforms are not in it. */
function installedIsLocked() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === "" || (have[path] ? have[path].version === entry.version : entry.optional || entry.peer),
  );
}

/** Builds dist/ unless it is newer than every source. */
export function buildIfStale() {
  // Rules that did not change keep their file's time, so the build leaves a stamp of its own.
  const built = [
    "cli.js",
    "cliReviewing.js",
    "cliRules.js",
    "server.js",
    "analysisWorker.js",
    "extension.js",
    "rules.json",
    "patterns.json",
    ".built",
  ].map((file) => join(root, "dist", file));
  const oldest = built.every((file) => existsSync(file)) ? statSync(join(root, "dist", ".built")).mtimeMs : 0;
  const sources = ["client", "server", "rules", "scripts", "package.json", "package-lock.json"];
  if (oldest > Math.max(...sources.map((source) => newest(join(root, source))))) return false;
  process.stderr.write("Building ...\n");
  mkdirSync(join(root, "dist"), { recursive: true });
  run(process.execPath, [join(root, "scripts/build.mjs"), "--require-all"]);
  return true;
}

function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
