// `npm start`: sets up what is missing, then reviews the bundled sample, or with `npm start -- DIR` the change in a folder of yours.
// Uses Node's own modules only, until packages are installed and the bundles are built.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildIfStale, installPackages, root } from "./setup.mjs";

const sample = join(root, "samples", "shop");
/** npm runs scripts in the package's folder; what is named and printed is meant from where the person stands. */
const here = process.env.INIT_CWD ?? process.cwd();
const words = process.argv.slice(2);
const folder = words[0] !== undefined && !words[0].startsWith("-") ? words[0] : undefined;
const options = folder === undefined ? words : words.slice(1);

try {
  installPackages();
  buildIfStale();
  if (folder === undefined) process.exitCode = reviewSample();
  else process.exitCode = review(resolve(here, folder), ["--base", "auto"]);
} catch (error) {
  console.error(`npm start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

/** A real repository in a temporary folder: the shop as it was is committed, what an agent made of it is staged. */
function reviewSample() {
  const repository = realpathSync(mkdtempSync(join(tmpdir(), "linewarden-sample-")));
  const remove = () => rmSync(repository, { recursive: true, force: true });
  const stop = (signal) => {
    remove();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop);
  try {
    git(repository, "init", "--quiet", "--template=", "--initial-branch=main");
    cpSync(join(sample, "base"), repository, { recursive: true });
    git(repository, "add", "--all", "--force");
    git(repository, "commit", "--quiet", "--no-verify", "--message=The shop");
    cpSync(join(sample, "change"), repository, { recursive: true });
    git(repository, "add", "--all", "--force");
    const files = readdirSync(join(sample, "change"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    process.stderr.write(
      `The sample: a small web shop in JavaScript, TypeScript and Python. An agent was asked for new features; ${files.length} files are staged.\n\n`,
    );
    const status = review(repository, ["--staged"]);
    process.stderr.write(
      "\nThe sample's folder is removed again. With npm start -- DIR, the printed commands apply the fixes to a repository of yours.\n",
    );
    return status;
  } finally {
    remove();
  }
}

/** @returns 0 when the review was done, whatever it found. */
function review(directory, which) {
  if (!existsSync(directory)) throw new Error(`there is no folder ${directory}`);
  const args = [join(root, "dist", "cli.js"), "review", directory, ...which, "--checklist", ...options];
  const { status, signal, error } = spawnSync(process.execPath, args, { cwd: here, stdio: "inherit" });
  if (error) throw error;
  if (signal) throw new Error(`the review was ended by ${signal}`);
  return status === 1 ? 0 : (status ?? 2);
}

/** Git with nobody's configuration, so that the sample is the same everywhere. */
function git(repository, ...args) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  const nobody = { NAME: "Linewarden sample", EMAIL: "sample@linewarden.invalid", DATE: "2026-01-05T09:00:00Z" };
  for (const [key, value] of Object.entries(nobody)) {
    env[`GIT_AUTHOR_${key}`] = value;
    env[`GIT_COMMITTER_${key}`] = value;
  }
  Object.assign(env, { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: process.platform === "win32" ? "NUL" : "/dev/null" });
  const result = spawnSync("git", ["-c", "core.autocrlf=false", "-c", "commit.gpgSign=false", ...args], {
    cwd: repository,
    env,
    encoding: "utf8",
  });
  if (result.error?.code === "ENOENT")
    throw new Error("git was not found on the PATH; the sample needs it to build a repository");
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`git ${args[0]} failed: ${result.stderr.trim()}`);
}
