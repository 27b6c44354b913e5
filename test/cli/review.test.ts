import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { recordAnswer } from "../../server/store/answers.ts";
import { makeRecordFolder } from "../../server/store/recordFolder.ts";
import {
  after as changed,
  cli,
  digestOf,
  folder,
  git,
  linewarden,
  onlyEval,
  before as original,
  removeFolders,
  repository,
  run,
  withProgramOnPath,
  write,
} from "./commandLine.ts";

describe("linewarden review", () => {
  after(removeFolders);

  it("prints what an agent's change introduced: place, path of the data, fix, checklist, coverage", async () => {
    const where = repository({ "src/users.js": original }, { "src/users.js": changed });
    const { status, stdout, stderr } = await linewarden(where, "review");
    expect(status).to.equal(1);
    expect(stderr).to.equal("");
    expect(stdout).to.match(/^Reviewed: the uncommitted change against HEAD \([0-9a-f]{7}\)\./);
    expect(stdout).to.match(/\nsrc\/users\.js\n {2}7:\d+ +high {2}\S/);
    expect(stdout).to.match(/javascript\.sql-injection · CWE-89 · sure: /);
    expect(stdout).to.match(/ 5 │ {3}const name = req\.query\.name;\n +│ {16}~+ comes from the request/);
    expect(stdout).to.match(/ 7 │ {3}const rows = await db\.query\(sql\);\n +│ +\^\^\^ runs here/);
    expect(stdout).to.contain("Fix, verified (parses, finding gone, nothing new):");
    expect(stdout).to.contain(
      "      7 -   const rows = await db.query(sql);\n      7 +   const rows = await db.query(sql, [`%${name}%`]);",
    );
    expect(stdout).to.match(/Apply it: node '?\/.+\/cli\.js'? fix src\/users\.js:7@[0-9a-f]{8}\n/);
    expect(stdout).to.match(/\n {2}Findings +1 high finding\n/);
    expect(stdout).to.match(/\n {2}Checklist +\d+ problems? · \d+ for you · \d+ fine · \d+ not touched/);
    expect(stdout).to.match(
      /\n {2}Covered +1 of 1 changed file, 9 lines, \d+ bytes, \d+ rules, \d+\.\d\d s\. Not reviewed: nothing\./,
    );
    // Neither on the PATH nor installed as a gate: the name by which it was called.
    expect(stdout.replace(/\s+/g, " ")).to.match(
      /Blocked 1 high finding\. Fix it\. Why, once it is staged: `node '?\/.+\/cli\.js'? gate --explain`\. $/,
    );
  });

  it("calls itself by its name where a shell finds it", async () => {
    const where = repository({ "src/users.js": original }, { "src/users.js": changed });
    const { stdout } = await run(process.execPath, [cli, "review"], where, withProgramOnPath());
    expect(stdout).to.match(/Apply it: linewarden fix src\/users\.js:7@[0-9a-f]{8}\n/);
    expect(stdout).to.match(/\n {2}Blocked +1 high finding\. Fix it\. Why, once it is staged: `linewarden gate --explain`\.\n$/);
  });

  it("names the launcher of the gate where there is no `linewarden` on the PATH", async () => {
    const where = repository({ "src/users.js": original }, { "src/users.js": changed });
    const installed = await linewarden(where, "gate", "install");
    expect(installed.stdout).to.contain("Undo: sh .git/linewarden/launch gate remove\n");
    const { stdout } = await linewarden(where, "review");
    expect(stdout).to.match(/Apply it: sh \.git\/linewarden\/launch fix src\/users\.js:7@[0-9a-f]{8}\n/);
    expect(stdout).to.contain("`sh .git/linewarden/launch gate --explain`");
  });

  it("shows all fifteen items with --checklist, and is never fine without evidence", async () => {
    const where = repository(
      { "src/users.js": original },
      { "src/users.js": changed, "package.json": '{"dependencies":{"left-pad":"1.0.0"}}\n' },
    );
    const { stdout } = await linewarden(where, "review", "--checklist");
    const list = stdout.slice(stdout.indexOf("  Checklist\n"), stdout.indexOf("  Findings "));
    expect(list.match(/^ {4}(problem|needs a person|looks fine|not touched) /gm)).to.have.length(15);
    expect(list).to.match(/problem +Queries are parameterized: 1 finding/);
    expect(list).to.match(/needs a person +New dependencies are real and maintained: not checked: package\.json changed/);
    expect(list).to.match(/needs a person +No known vulnerable dependency: not checked/);
    expect(list).to.match(/needs a person +Reviewed by a person with security context/);
  });

  it("says nothing about code that was there before, moved or renamed", async () => {
    const where = repository({ "a.js": changed });
    git(where, "mv", "a.js", "b.js");
    const { status, stdout } = await linewarden(where, "review");
    expect(status).to.equal(0);
    expect(stdout).to.contain("none introduced · 1 there before, not shown");
    expect(stdout).to.match(/\n {2}Passes +no finding\.\n$/);
  });

  it("finds what a removed guard left open", async () => {
    const guarded = `import subprocess\nimport shlex\nfrom flask import request\n\ndef run():\n    name = shlex.quote(request.args.get("name"))\n    subprocess.run("report " + name, shell=True)\n`;
    const open = guarded.replace('shlex.quote(request.args.get("name"))', 'request.args.get("name")');
    const { status, stdout } = await linewarden(repository({ "app.py": guarded }, { "app.py": open }), "review");
    expect(status).to.equal(1);
    expect(stdout).to.match(/app\.py\n {2}7:\d+ +(high|critical) /);
  });

  it("reviews the staged change alone with --staged", async () => {
    const where = repository({ "a.js": "1;\n", "b.js": "1;\n" }, { "a.js": "eval(x);\n", "b.js": "eval(y);\n" });
    git(where, "add", "a.js");
    const { status, stdout } = await linewarden(where, "review", "--staged", ...onlyEval());
    expect(status).to.equal(1);
    expect(stdout).to.contain("a.js\n").and.not.contain("b.js");
    expect(stdout).to.contain("Reviewed: the staged change against HEAD");
  });

  it("compares with a commit, with the merge base, and chooses by itself with --base auto", async () => {
    const where = repository({ "a.js": "1;\n" });
    git(where, "checkout", "-q", "-b", "feature");
    git(where, "commit", "-q", "--allow-empty", "-m", "one");
    const rules = onlyEval();
    const same = await linewarden(where, "review", "--base", "HEAD", ...rules);
    expect(same.status).to.equal(0);
    expect(same.stdout).to.contain("0 of 0 changed files");
    git(where, "rm", "-q", "a.js");
    git(where, "commit", "-q", "-m", "two");
    const merge = await linewarden(where, "review", "--base", "merge-base", ...rules);
    expect(merge.stdout).to.contain("the merge base with main").and.contain("1 of 1 changed file");
    const auto = await linewarden(where, "review", "--base", "auto", ...rules);
    expect(auto.stdout).to.contain("nothing is uncommitted, so feature").and.contain("1 of 1 changed file");
    const unknown = await linewarden(where, "review", "--base", "no-such-branch", ...rules);
    expect(unknown.status).to.equal(2);
    expect(unknown.stderr).to.match(/^linewarden: There is no commit named "no-such-branch"/);
    expect(unknown.stdout).to.equal("");
  });

  it("works in a folder without git, and says so", async () => {
    const { status, stdout } = await linewarden(folder({ "a.js": "eval(x);\n" }), "review", ...onlyEval());
    expect(status).to.equal(1);
    expect(stdout.replaceAll(/\s+/g, " ")).to.match(/^Reviewed: every file of the folder.*not in a git repository\)\. /);
  });

  it("fails when nothing of a change was reviewed", async () => {
    const where = repository({}, { "tool.bin": "\0\u0001\0" });
    const { status, stdout } = await linewarden(where, "review", ...onlyEval());
    expect(status).to.equal(1);
    expect(stdout).to.contain("nothing of this change was reviewed").and.contain("tool.bin: binary.");
  });

  it("passes a change that only deletes", async () => {
    const where = repository({ "a.js": "1;\n", "b.js": "2;\n" });
    git(where, "rm", "-q", "a.js");
    expect((await linewarden(where, "review", ...onlyEval())).status).to.equal(0);
  });

  it("counts a silenced finding and does not let it block", async () => {
    const where = repository({}, { "a.js": "// linewarden-ignore team.no-eval: a calculator for grown-ups\neval(x);\n" });
    const { status, stdout } = await linewarden(where, "review", ...onlyEval());
    expect(status).to.equal(0);
    expect(stdout).to.contain("Silenced by linewarden-ignore: a calculator for grown-ups").and.contain("1 silenced by a comment");
  });

  it("takes a person's answer from the record, and drops it when the content changes", async () => {
    const where = repository({}, { "a.js": "1;\n" });
    const rules = onlyEval();
    const item = async () => {
      const { checklist } = JSON.parse((await linewarden(where, "review", "--format", "json", ...rules)).stdout);
      return checklist.find(({ id }: { id: string }) => id === "reviewed-by-person");
    };
    const asked = await item();
    expect(asked.state).to.equal("needs a person");
    const record = makeRecordFolder({ commonDir: path.join(where, ".git") });
    if ("problem" in record) throw new Error(record.problem);
    recordAnswer(record.path, {
      item: asked.id,
      answer: "fine",
      note: "read it all",
      by: "Ada",
      at: "2026-01-05T09:00:00Z",
      content: asked.content,
    });
    const answered = await item();
    expect(answered).to.deep.include({
      state: "looks fine",
      answer: { answer: "fine", note: "read it all", by: "Ada", at: "2026-01-05T09:00:00Z" },
    });
    write(where, { "a.js": "2;\n" });
    const stale = await item();
    expect([stale.state, stale.answer]).to.deep.equal(["needs a person", undefined]);
    expect(stale.summary).to.contain("Ada's answer was for other content");
  });

  it("says so when nothing has changed", async () => {
    const { status, stdout } = await linewarden(repository({ "a.js": "1;\n" }), "review", ...onlyEval());
    expect(status).to.equal(0);
    expect(stdout).to.contain("nothing has changed");
  });

  it("says so when nothing is staged", async () => {
    const { stdout } = await linewarden(repository({ "a.js": "1;\n" }, { "a.js": "2;\n" }), "review", "--staged", ...onlyEval());
    expect(stdout).to.contain("nothing is staged");
  });

  it("reviews a file that requires data, such as the version in package.json", async () => {
    const where = repository(
      { "package.json": '{"version": "1.0.0"}\n', "src/run.js": "exports.run = (c) => c;\n" },
      {
        "src/a.js":
          "const { version } = require('../package.json');\nconst { run } = require('./run');\neval(run(process.argv[2]) + version);\n",
      },
    );
    const { status, stdout, stderr } = await linewarden(where, "review");
    expect(stderr).to.equal("");
    expect(status).to.equal(1);
    expect(stdout).to.contain("javascript.code-from-program-input");
  });

  it("introduces nothing where a function becomes a method, and does for a second copy", async () => {
    const before = "import yaml\n\n\ndef config(text):\n    return yaml.load(text, Loader=yaml.Loader)\n";
    const method =
      "class Config:\n    @staticmethod\n    def parse(source):\n        return yaml.load(source, Loader=yaml.Loader)\n";
    const moved = await linewarden(repository({ "a.py": before }, { "a.py": `import yaml\n\n\n${method}` }), "review");
    expect(moved.stdout).to.contain("none introduced · 1 there before, not shown");
    expect(moved.status).to.equal(0);
    const copied = await linewarden(repository({ "a.py": before }, { "a.py": `${before}\n\n${method}` }), "review");
    expect(copied.stdout).to.match(/\n {2}11:16 +high /);
    expect(copied.status).to.equal(1);
  });

  it("introduces nothing where a file that others import gets another name", async () => {
    const deploy = "const { execSync } = require('child_process');\nexports.deploy = (h) => execSync('ssh ' + h + ' restart');\n";
    const program = (from: string): string =>
      `const { program } = require('commander');\nconst { deploy } = require('${from}');\nprogram.command('deploy <h>').action((h) => deploy(h));\n`;
    const where = repository(
      { "lib/deploy.js": deploy, "bin/x.js": program("../lib/deploy") },
      { "src/restart.js": deploy, "bin/x.js": program("../src/restart") },
    );
    rmSync(path.join(where, "lib"), { recursive: true });
    const { stdout, status } = await linewarden(where, "review");
    expect(stdout).to.contain("none introduced · 2 there before, not shown");
    expect(status).to.equal(0);
  });

  it("writes nothing into the repository", async () => {
    const where = repository({ "a.js": "1;\n" }, { "a.js": "eval(x);\n", "b.js": "eval(y);\n" });
    const digest = digestOf(where);
    await linewarden(where, "review", ...onlyEval());
    await linewarden(where, "scan", ...onlyEval());
    expect(digestOf(where)).to.equal(digest);
    expect(readdirSync(where).sort()).to.deep.equal([".git", "a.js", "b.js"]);
  });

  it("uses the repository's own rules, and leaves them out on demand", async () => {
    const where = repository(
      {
        ".linewarden/rules/own.yaml":
          "rules:\n  - { id: own.x, languages: [js], severity: INFO, message: No x., pattern: x() }\n",
      },
      { "a.js": "x();\n" },
    );
    const own = await linewarden(where, "review", "--no-default-rules");
    expect(own.stdout).to.contain("own.x").and.contain("  1:1    low  No x.");
    const without = await linewarden(where, "review", "--no-workspace-rules", ...onlyEval());
    expect(without.stdout).not.to.contain("own.x");
  });
});
