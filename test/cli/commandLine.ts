/** Runs the built command line as a user would, in repositories made for the test. */

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const root = path.dirname(path.dirname(__dirname));
export const cli = path.join(root, "dist", "cli.js");

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Without the person's own git configuration, colours and terminal. */
export const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GIT_|NO_COLOR|FORCE_COLOR|COLUMNS)/.test(name))),
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  LC_ALL: "C.UTF-8",
};

/** @param cwd A folder. */
export function linewarden(cwd: string, ...args: string[]): Promise<Outcome> {
  return run(process.execPath, [cli, ...args], cwd);
}

export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = environment,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

const folders: string[] = [];

/** A new folder; removed after the tests of the file. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const made = realpathSync(mkdtempSync(path.join(tmpdir(), "linewarden-cli-")));
  folders.push(made);
  write(made, files);
  return made;
}

/** Of a person who has installed the program: a shell finds it by its name. The folder is removed with the others. */
export function withProgramOnPath(): NodeJS.ProcessEnv {
  return { ...environment, PATH: `${folder({ linewarden: "" })}${path.delimiter}${environment.PATH ?? ""}` };
}

export function removeFolders(): void {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
}

export function write(where: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(where, name)), { recursive: true });
    writeFileSync(path.join(where, name), text);
  }
}

export function git(where: string, ...args: string[]): string {
  const result = spawnSync("git", ["-c", "user.name=Test", "-c", "user.email=test@localhost", ...args], {
    cwd: where,
    env: environment,
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
  return result.stdout.trim();
}

/** A repository whose commit is `base` and whose work tree is `now` on top of it. */
export function repository(base: Readonly<Record<string, string>>, now: Readonly<Record<string, string>> = {}): string {
  const made = folder(base);
  git(made, "init", "-q", "-b", "main");
  git(made, "add", "-A");
  git(made, "commit", "-q", "--allow-empty", "-m", "base");
  write(made, now);
  return made;
}

/** Digest of every name, mode, link and byte below a folder, `.git` included. */
export function digestOf(where: string): string {
  const hash = createHash("sha256");
  const visit = (below: string): void => {
    for (const name of readdirSync(path.join(where, below)).sort()) {
      const relative = path.join(below, name);
      const full = path.join(where, relative);
      const stats = lstatSync(full);
      hash.update(`${relative}\0${stats.mode}\0${stats.mtimeMs}\0`);
      if (stats.isDirectory()) visit(relative);
      else hash.update(stats.isSymbolicLink() ? readlinkSync(full) : readFileSync(full));
    }
  };
  visit("");
  return hash.digest("hex");
}

/** One rule of the team's own: quick to load, and independent of the rules that come with the product. */
export const evalRule = `rules:
  - id: team.no-eval
    languages: [javascript, python]
    severity: ERROR
    message: Do not evaluate $X.
    pattern: eval($X)
    metadata: { cwe: ["CWE-95"], confidence: HIGH, checklist: [inputs-validated] }
`;

/** Options that apply only that rule; the file stands in its own folder. */
export function onlyEval(): string[] {
  return ["--no-default-rules", "--rules", path.join(folder({ "eval.yaml": evalRule }), "eval.yaml")];
}

/** Shop code: a query that an agent changed. */
export const before = `const { Pool } = require("pg");
const db = new Pool();

module.exports = async function users(req, res) {
  const rows = await db.query("SELECT id FROM users");
  res.json(rows);
};
`;
export const after = `const { Pool } = require("pg");
const db = new Pool();

module.exports = async function users(req, res) {
  const name = req.query.name;
  const sql = \`SELECT id FROM users WHERE name LIKE '%\${name}%'\`;
  const rows = await db.query(sql);
  res.json(rows);
};
`;
