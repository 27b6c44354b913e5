/** Real git repositories in temporary folders, for the tests of the gate. */

import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Outcome {
  readonly code: number;
  /** Standard output and standard error together. */
  readonly text: string;
}

export interface GateRepository {
  readonly dir: string;
  /** Fails the test when git fails. */
  git(...args: string[]): string;
  /** Runs git as a person would, with the hooks, and gives what happened. */
  tryGit(args: readonly string[], options?: { env?: NodeJS.ProcessEnv; cwd?: string }): Outcome;
  write(path: string, text: string, mode?: number): void;
  read(path: string): string;
  remove(): void;
}

export const projectRoot = join(__dirname, "../..");
export const cli = join(projectRoot, "dist/cli.js");

/** Only what a test names: no configuration of this machine's user. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    NO_COLOR: "1",
    GIT_EDITOR: "true",
  };
  for (const name of Object.keys(environment))
    if (/^GIT_(DIR|INDEX_FILE|WORK_TREE|PREFIX|AUTHOR|COMMITTER)/.test(name)) delete environment[name];
  return environment;
}

/** @param name may hold spaces. */
export function createRepository(name = "repo"): GateRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lw gate-")));
  const dir = join(folder, name);
  mkdirSync(dir);
  const repository = openAt(dir, () => rmSync(folder, { recursive: true, force: true }));
  repository.git("init", "-q", "-b", "main");
  repository.git("config", "user.name", "A Person");
  repository.git("config", "user.email", "person@example.org");
  return repository;
}

export function openAt(dir: string, remove: () => void = () => {}): GateRepository {
  return {
    dir,
    git: (...args) =>
      execFileSync("git", args, { cwd: dir, env: cleanEnvironment(), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
    tryGit(args, options = {}) {
      const { status, stdout, stderr } = spawnSync("git", args, {
        cwd: options.cwd ?? dir,
        env: options.env ?? cleanEnvironment(),
        encoding: "utf8",
      });
      return { code: status ?? 128, text: `${stdout}${stderr}` };
    },
    write(path, text, mode) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
      if (mode !== undefined) chmodSync(join(dir, path), mode);
    },
    read: (path) => readFileSync(join(dir, path), "utf8"),
    remove,
  };
}

/** Runs the built command line. */
export function linewarden(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = cleanEnvironment()): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, env, encoding: "utf8" });
  return { code: status ?? 128, text: `${stdout}${stderr}` };
}

/** Every file below a folder with its bytes and mode, to tell that nothing changed. */
export function snapshot(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path] = `${statSync(path).mode.toString(8)} ${readFileSync(path).toString("base64")}`;
  }
  return files;
}

export const goodQuery = `const { Pool } = require("pg");
const pool = new Pool();
exports.find = async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM users WHERE name = $1", [req.query.name]);
  res.json(rows);
};
`;

/** The same with a high finding. */
export const badQuery = `const { Pool } = require("pg");
const pool = new Pool();
exports.find = async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM users WHERE name = '" + req.query.name + "'");
  res.json(rows);
};
`;
