// Builds the repositories that the editor opens in these tests: a small web service with one commit.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Project {
  readonly folder: string;
  git(...args: string[]): string;
  /** Writes a file as a program outside the editor does; makes its folders. */
  write(path: string, text: string): void;
  commit(message: string): void;
  remove(): void;
}

export const usersFile = "src/users.js";
export const safeQuery = `pool.query("SELECT id, name FROM users WHERE id = $1", [req.params.id])`;
export const unsafeQuery = `pool.query("SELECT id, name FROM users WHERE id = " + req.params.id)`;

/** The service as it was committed: one file with an old problem, the others without. */
export const committed: Readonly<Record<string, string>> = {
  [usersFile]: `const express = require("express");
const { Pool } = require("pg");

const pool = new Pool();
const router = express.Router();

router.get("/users/:id", async (req, res) => {
  const found = await ${safeQuery};
  res.json(found.rows);
});

module.exports = { router };
`,
  "src/legacy.js": `const express = require("express");
const { Pool } = require("pg");

const pool = new Pool();
const router = express.Router();

router.get("/reports/:name", async (req, res) => {
  const found = await pool.query("SELECT body FROM reports WHERE name = '" + req.params.name + "'");
  res.json(found.rows);
});

module.exports = { router };
`,
  "app/orders.py": `import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/orders")
def orders():
    connection = sqlite3.connect("orders.db")
    rows = connection.execute("SELECT * FROM orders WHERE state = ?", (request.args["state"],))
    return {"orders": rows.fetchall()}
`,
  "README.md": "# A small web service\n",
};

/** A service with one commit, outside any other repository. The caller removes it. */
export function createProject(name = "service", files: Readonly<Record<string, string>> = committed): Project {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "linewarden-project-")));
  const folder = join(parent, name);
  mkdirSync(folder);
  const project: Project = {
    folder,
    git: (...args) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    commit(message) {
      project.git("add", "--all");
      project.git("commit", "--quiet", "--message", message);
    },
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
  project.git("init", "--quiet", "--initial-branch", "main");
  project.git("config", "user.name", "Alex Example");
  project.git("config", "user.email", "alex@example.com");
  for (const [path, text] of Object.entries(files)) project.write(path, text);
  project.commit("Serve users, reports and orders");
  return project;
}

/** A workspace file whose one folder is on no disk: the file system of the agent that the tests play. */
export function virtualWorkspace(into: string): string {
  const file = join(into, "memory.code-workspace");
  writeFileSync(file, JSON.stringify({ folders: [{ uri: "agentmemory:/", name: "memory" }] }));
  return file;
}
