/** Debian's Neovim as an independent client of `linewarden lsp --stdio`: problem, explanation, fix, and the problem is gone. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { dist } from "./client.ts";
import { createProject, type Project } from "./project.ts";

const before = `import sqlite3
from flask import request


def find(connection):
    name = request.args.get("name")
    cursor = connection.cursor()
    return cursor.fetchall()
`;
const after = before.replace("    return", `    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")\n    return`);

describe("Neovim", () => {
  let project: Project;
  beforeEach(() => {
    project = createProject({ "app.py": before });
    project.write("app.py", after);
  });
  afterEach(() => project.dispose());

  it("shows a problem, explains it, fixes it, and shows nothing more", () => {
    const script = join(__dirname, "neovim.lua");
    const output = execFileSync("nvim", ["--headless", "-u", "NONE", "-n", "-i", "NONE", "-S", script], {
      encoding: "utf8",
      timeout: 100_000,
      stdio: ["ignore", "pipe", "pipe"],
      cwd: project.dir,
      env: {
        ...process.env,
        HOME: project.dir,
        LINEWARDEN_FILE: project.path("app.py"),
        LINEWARDEN_DIR: project.dir,
        LINEWARDEN_NODE: process.execPath,
        LINEWARDEN_CLI: join(dist, "cli.js"),
      },
    });
    const lines = output.split("\n");
    expect(lines.filter((line) => line.startsWith("DIAGNOSTIC"))).to.have.length(1);
    expect(lines[0], output).to.match(/^DIAGNOSTIC 8 1 Linewarden python\.sql-injection .*CWE-89/);
    expect(output).to.match(/HOVER .*sure: /);
    expect(output).to.match(/ACTION quickfix .*parameter/i);
    expect(output).to.match(/LINE {5}cursor\.execute\("SELECT \* FROM users WHERE name = \?", \(name,\)\)/);
    expect(output).to.include("LEFT 0");
    expect(readFileSync(project.path("app.py"), "utf8")).to.include("name = ?");
  }).timeout(120_000);
});
