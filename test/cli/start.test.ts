import { mkdtempSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import {
  after as changed,
  digestOf,
  environment,
  folder,
  git,
  before as original,
  removeFolders,
  repository,
  root,
  run,
  write,
} from "./commandLine.ts";

function start(...words: string[]) {
  return run("npm", ["start", "--silent", ...(words.length > 0 ? ["--", ...words] : [])], root);
}

describe("npm start", () => {
  after(removeFolders);

  it("reviews the bundled sample: findings with path, reason and fix, the checklist, the coverage", async () => {
    const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), "linewarden-start-")));
    const env = { ...environment, TMPDIR: temporary };
    const { status, stdout } = await run("npm", ["start", "--silent"], root, env);
    expect(status).to.equal(0);
    expect(stdout).to.match(/Reviewed: the staged change against HEAD/);
    expect(stdout)
      .to.match(/sure: /)
      .and.match(/comes from the request/)
      .and.match(/Why: /);
    expect(stdout).to.contain("Fix, verified (parses, finding gone, nothing new):");
    expect(stdout.match(/^ {4}(problem|needs a person|looks fine|not touched) /gm)).to.have.length(15);
    expect(stdout).to.match(/ {2}Covered +\d+ of \d+ changed files, /);
    expect(stdout).to.match(/ {2}Blocked +/);
    expect(readdirSync(temporary).filter((name) => name.startsWith("linewarden-sample-"))).to.deep.equal([]);
  });

  it("reviews the uncommitted change of a folder and leaves every byte as it was, .git included", async () => {
    const where = repository({ "src/users.js": original }, { "src/users.js": changed, "new.py": "x = 1\n" });
    const digest = digestOf(where);
    const { status, stdout } = await start(where);
    expect(digestOf(where)).to.equal(digest);
    expect(status).to.equal(0);
    expect(stdout)
      .to.contain("Reviewed: the uncommitted change against HEAD")
      .and.contain("javascript.sql-injection")
      .and.contain("2 of 2 changed files");
  });

  it("takes the branch where nothing is uncommitted, and the last commit where there is no branch", async () => {
    const where = repository({ "src/users.js": original });
    write(where, { "src/users.js": changed });
    git(where, "commit", "-qam", "agent");
    const digest = digestOf(where);
    const last = await start(where);
    expect([last.status, last.stdout]).to.satisfy(
      ([status, text]: [number, string]) => status === 0 && text.includes("so the last commit"),
    );
    expect(last.stdout).to.contain("javascript.sql-injection");
    expect(digestOf(where)).to.equal(digest);
    git(where, "branch", "-q", "-f", "feature");
    git(where, "reset", "-q", "--hard", "HEAD~1");
    git(where, "checkout", "-q", "feature");
    const branch = await start(where);
    expect(branch.stdout)
      .to.match(/so feature \([0-9a-f]+\) against its merge base with main/)
      .and.contain("javascript.sql-injection");
  });

  it("understands a folder relative to where it is called, and one without git", async () => {
    const where = folder({ "inner/users.js": changed });
    const { status, stdout } = await run(process.execPath, [path.join(root, "scripts/start.mjs"), "inner"], where, {
      ...environment,
      INIT_CWD: where,
    });
    expect(status).to.equal(0);
    expect(stdout).to.contain("is not in a git repository").and.contain("javascript.sql-injection");
  });

  it("prints the command of a fix so that it can be run from where it was called", async () => {
    const where = repository({ "src/users.js": original }, { "src/users.js": changed });
    const here = path.dirname(where);
    const { stdout } = await run(process.execPath, [path.join(root, "scripts/start.mjs"), where], here, {
      ...environment,
      INIT_CWD: here,
    });
    expect(stdout).to.contain(` fix ${path.basename(where)}/src/users.js:`);
  });

  it("does not build again what is built", async () => {
    const where = folder();
    await start(where);
    expect((await start(where)).stderr).to.equal("");
  });

  it("needs nothing but Node until packages are installed", () => {
    for (const file of ["start.mjs", "setup.mjs"]) {
      const text = readFileSync(path.join(root, "scripts", file), "utf8");
      const imported = [...text.matchAll(/^import .* from "(.+)";$/gm)].map(([, name = ""]) => name);
      expect(imported).not.to.have.length(0);
      expect(imported.filter((name) => !name.startsWith("node:") && name !== "./setup.mjs")).to.deep.equal([]);
    }
  });

  it("ends with 2 and one sentence when there is no such folder", async () => {
    const { status, stdout, stderr } = await start("/no/such/folder");
    expect(status).to.equal(2);
    expect(stdout).to.equal("");
    expect(stderr).to.equal("npm start: there is no folder /no/such/folder\n");
  });
});
