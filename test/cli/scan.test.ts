import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { cli, environment, evalRule, folder, git, linewarden, onlyEval, removeFolders, repository, run } from "./commandLine.ts";

const ownRules = `${evalRule}  - { id: own.broken, languages: [js], severity: INFO, message: m, pattern: "function ((" }\n`;

describe("linewarden scan", () => {
  let rules: string[];
  before(() => {
    rules = onlyEval();
  });
  after(removeFolders);

  it("prints every finding in files and folders, relative to where one stands", async () => {
    const where = folder({ "src/a.js": "eval(a);\n", "src/deep/b.py": "eval(b)\n", "c.js": "eval(c);\n", "ok.js": "1;\n" });
    const all = await linewarden(where, "scan", ...rules);
    expect(all.status).to.equal(1);
    expect(all.stdout.match(/^\S.*$/gm)).to.deep.equal(["c.js", "src/a.js", "src/deep/b.py"]);
    expect(all.stdout).to.contain("  1:1    high  Do not evaluate a.").and.contain("3 high findings").and.contain("4 of 4 files");
    const some = await linewarden(where, "scan", "c.js", "src/deep", ...rules);
    expect(some.stdout).to.contain("2 high findings").and.not.contain("src/a.js");
  });

  it("ends with 0 when nothing is found", async () => {
    const { status, stdout } = await linewarden(folder({ "ok.js": "1;\n" }), "scan", ...rules);
    expect(status).to.equal(0);
    expect(stdout).to.match(/^ {2}Findings {4}none\n {2}Covered {5}1 of 1 file, 1 line, 3 bytes, 1 rule, /);
  });

  it("leaves out what git ignores and installed packages, unless they are named", async () => {
    const where = repository(
      { ".gitignore": "build/\n", "a.js": "eval(a);\n" },
      { "build/b.js": "eval(b);\n", "node_modules/m/c.js": "eval(c);\n" },
    );
    const { stdout } = await linewarden(where, "scan", ...rules);
    expect(stdout).to.contain("1 high finding").and.contain("node_modules: not checked. Installed packages are left out.");
    expect((await linewarden(where, "scan", "build", ...rules)).stdout).to.contain("build/b.js");
    expect((await linewarden(where, "scan", "node_modules/m/c.js", ...rules)).stdout).to.contain("node_modules/m/c.js");
  });

  it("leaves out the repository's own rules and their tests, unless they are named", async () => {
    const where = repository(
      { "src/a.js": "1;\n", ".linewarden/rules/own.yaml": ownRules, ".linewarden/rules/own.js": "eval(a);\n" },
      { "packages/x/.linewarden/rules/b.js": "eval(b);\n" },
    );
    const all = await linewarden(where, "scan", "--strict", ...rules);
    expect(all.stdout).to.contain("packages/x/.linewarden/rules/b.js").and.contain("1 high finding");
    expect(all.stdout.replaceAll(/\s+/g, " ")).to.contain(
      ".linewarden/rules: not checked. 2 rule files and tests were left out: no rule looks at rules.",
    );
    expect((await linewarden(where, "scan", "src", ...rules)).stdout).to.not.contain("left out");
    for (const named of [".linewarden/rules", ".linewarden/rules/own.js"])
      expect((await linewarden(where, "scan", named, ...rules)).stdout)
        .to.contain("own.js")
        .and.contain("1 high finding");
  });

  it("does not take two options that contradict each other", async () => {
    const { status, stdout, stderr } = await linewarden(folder({ "a.js": "1;\n" }), "scan", "--fixes", "--no-fixes");
    expect([status, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.contain("--fixes and --no-fixes exclude each other.");
  });

  for (const [title, failOn, status] of [
    ["low", "low", 1],
    ["the same severity", "high", 1],
    ["a higher one", "critical", 0],
    ["never", "never", 0],
  ] as const)
    it(`ends with ${status} for a high finding with --fail-on ${title}`, async () => {
      const outcome = await linewarden(folder({ "a.js": "eval(a);\n" }), "scan", "--fail-on", failOn, ...rules);
      expect(outcome.status).to.equal(status);
      expect(outcome.stdout).to.contain("1 high finding");
    });

  it("names single files that cannot be reviewed; they count with --strict", async () => {
    const where = folder({ "a.js": "1;\n", "latin.js": "" });
    writeFileSync(path.join(where, "latin.js"), Buffer.from([0x61, 0xe9, 0x0a]));
    writeFileSync(path.join(where, "zero.js"), Buffer.from([0, 1, 2]));
    symlinkSync("a.js", path.join(where, "link.js"));
    const loose = await linewarden(where, "scan", ...rules);
    expect(loose.status).to.equal(0);
    expect(loose.stdout)
      .to.contain("latin.js: invalid UTF-8.")
      .and.contain("zero.js: binary.")
      .and.contain("link.js: symbolic link.");
    expect(loose.stdout.replaceAll(/\s+/g, " "))
      .to.contain("1 of 3 files")
      .and.contain("Not reviewed: 2 files and 1 path left out, named here.");
    expect((await linewarden(where, "scan", "--strict", ...rules)).status).to.equal(1);
    expect((await linewarden(where, "scan", "a.js", "--strict", ...rules)).status).to.equal(0);
  });

  it("counts what was reviewed in part, and rules that were not run, apart from whole files", async () => {
    const where = folder({ "ok.js": "1;\n", "broken.js": "1;\nfunction ((\n", "own.yaml": ownRules });
    writeFileSync(path.join(where, "zero.js"), Buffer.from([0]));
    const { stdout } = await linewarden(
      where,
      "scan",
      "ok.js",
      "broken.js",
      "zero.js",
      "--no-default-rules",
      "--rules",
      "own.yaml",
    );
    const joined = stdout.replaceAll(/\s+/g, " ");
    expect(joined).to.contain("2 of 3 files, ").and.contain(" 1 rule, ");
    expect(joined).to.contain("Not reviewed: 1 file, 1 file in part and 1 problem of a rule, named here.");
    // As the user wrote it.
    expect(joined).to.contain(" own.yaml: rule error. Rule own.broken was not run: ");
  });

  for (const [title, files, status, said] of [
    ["a binary file", { "a.js": "\0" }, 1, "nothing was looked at, so this is no all-clear"],
    ["a file that no rule is for", { "a.txt": "text\n" }, 1, "nothing was looked at, so this is no all-clear"],
    ["an empty file", { "a.js": "" }, 0, "nothing was looked at, so this is no all-clear"],
    ["an empty folder", {}, 0, "there is no file to look at, so this is no all-clear"],
  ] as const)
    it(`never gives an all-clear for ${title}`, async () => {
      const outcome = await linewarden(folder(files), "scan", "--fail-on", "never", ...rules);
      expect(outcome.stdout).to.contain(`  Findings    ${said}\n`).and.not.contain("none");
      expect(outcome.status).to.equal(status);
    });

  it("names the option that tries the fixes that were left out", async () => {
    const rule = `${evalRule}    fix: safe($X)\n`;
    const where = folder({ "a.js": "eval(a);\n".repeat(27), "own.yaml": rule });
    const scan = (...more: string[]) => linewarden(where, "scan", "a.js", "--no-default-rules", "--rules", "own.yaml", ...more);
    expect((await scan()).stdout.replaceAll(/\s+/g, " ")).to.contain("fixes were not tried for the last 2 (use --fixes)");
    expect((await scan("--fixes")).stdout).not.to.contain("not tried");
  });

  it("goes on past a folder without rights", async () => {
    if (process.getuid?.() === 0) {
      // Rights do not hold for root: the test runs as another user where it can.
      const where = folder({ "a.js": "eval(a);\n", "closed/b.js": "eval(b);\n" });
      chmodSync(where, 0o755);
      chmodSync(path.join(where, "closed"), 0o000);
      const rule = folder({ "eval.yaml": evalRule });
      chmodSync(rule, 0o755);
      const user = [
        "-u",
        "nobody",
        "--",
        process.execPath,
        cli,
        "scan",
        where,
        "--no-default-rules",
        "--rules",
        path.join(rule, "eval.yaml"),
      ];
      const outcome = await run("runuser", user, "/");
      chmodSync(path.join(where, "closed"), 0o755);
      expect(outcome.stderr).to.equal("");
      expect(outcome.status).to.equal(1);
      expect(outcome.stdout).to.contain("closed: unreadable.").and.contain("1 high finding");
      return;
    }
    const where = folder({ "a.js": "eval(a);\n", "closed/b.js": "eval(b);\n" });
    chmodSync(path.join(where, "closed"), 0o000);
    const outcome = await linewarden(where, "scan", ...rules);
    chmodSync(path.join(where, "closed"), 0o755);
    expect(outcome.stdout).to.contain("closed: unreadable.").and.contain("1 high finding");
  });

  it("reads CRLF, a byte order mark and no last line end", async () => {
    const where = folder({ "a.js": "\ufeff1;\r\n\r\n  eval(a);\r\n", "b.js": "1;\rsecond;\reval(b)" });
    const { stdout } = await linewarden(where, "scan", "--format", "json", ...rules);
    const { findings } = JSON.parse(stdout);
    expect(findings.map((finding: { start: unknown }) => finding.start)).to.deep.equal([
      { line: 3, column: 3, offset: 8 },
      { line: 3, column: 1, offset: 11 },
    ]);
  });

  for (const [title, args, message] of [
    ["a path that does not exist", ["scan", "gone.js"], /^linewarden: There is no file or folder .*gone\.js\.\n$/],
    [
      "an unknown option",
      ["scan", "--frobnicate"],
      /^linewarden: There is no option --frobnicate\. See: linewarden scan --help\n$/,
    ],
    ["an unknown command", ["frobnicate"], /^linewarden: There is no command "frobnicate"\. Commands: scan, /],
    [
      "an unknown format",
      ["scan", "--format", "xml"],
      /^linewarden: --format is text, json, sarif, not "xml"\. See: linewarden scan --help\n$/,
    ],
    [
      "an unknown severity",
      ["scan", "--fail-on", "awful"],
      /^linewarden: --fail-on is low, medium, high, critical or never, not "awful"\. See: linewarden scan --help\n$/,
    ],
    ["no number of jobs", ["scan", "--jobs", "many"], /^linewarden: --jobs is a whole number/],
    [
      "a missing value",
      ["scan", "--rules"],
      /^linewarden: --rules needs a value: --rules FILE\|DIR\. See: linewarden scan --help\n$/,
    ],
    [
      "a rule file that does not exist",
      ["scan", "--rules", "no.yaml"],
      /^linewarden: There is no rule file or folder .*no\.yaml\.\n$/,
    ],
    [
      "a rule file that is no YAML",
      ["scan", "--rules", "broken.yaml"],
      /^linewarden: No rule of .*broken\.yaml can be used\. .*broken\.yaml:\d+:\d+: not valid YAML/,
    ],
    [
      "a rule file whose only rule is not supported",
      ["scan", "--rules", "later.yaml"],
      /^linewarden: No rule of .*later\.yaml can be used\. .*later\.yaml:\d+:\d+: /,
    ],
    [
      "a rule folder without rules",
      ["scan", "--rules", "src"],
      /^linewarden: There is no rule file \(\.yaml, \.yml or \.json\) in .*src\.\n$/,
    ],
    ["no rules at all", ["scan", "--no-default-rules"], /^linewarden: There are no rules to apply/],
    [
      "an output file that cannot be written",
      ["scan", "--output", "no/such/folder/x", "a.js"],
      /^linewarden: The output file .* cannot be written: /,
    ],
    ["two folders to review", ["review", "a", "b"], /^linewarden: review takes one folder/],
    ["a folder that does not exist", ["review", "gone"], /^linewarden: There is no folder .*gone/],
    ["a folder below a file", ["review", "a.js/gone"], /^linewarden: There is no folder .*gone/],
    ["a file below a file", ["fix", "a.js/gone.js"], /^linewarden: There is no file .*gone\.js\.\n$/],
    ["rules below a file", ["rules", "check", "a.js/a.yaml"], /^linewarden: There is no rule file or folder .*a\.yaml\.\n$/],
    [
      "--staged with --base",
      ["review", "--staged", "--base", "HEAD"],
      /^linewarden: --staged and --base exclude each other\. See: linewarden review --help\n$/,
    ],
    ["rules without a verb", ["rules"], /^linewarden: Say what to do with the rules/],
  ] as const)
    it(`ends with 2 and one sentence for ${title}`, async () => {
      const where = folder({
        "a.js": "1;\n",
        "src/b.js": "1;\n",
        "broken.yaml": "rules: [\n",
        "later.yaml":
          "rules:\n  - id: x\n    languages: [js]\n    severity: ERROR\n    message: m\n    pattern: x\n    join: {}\n",
      });
      const { status, stdout, stderr } = await linewarden(where, ...args);
      expect(stderr).to.match(message);
      expect(status).to.equal(2);
      expect(stdout).to.equal("");
    });

  it("lists single rules that cannot be used under not reviewed, and runs the others", async () => {
    const where = folder({
      "a.js": "eval(a);\n",
      "mixed.yaml": `${evalRule}  - id: team.later\n    languages: [js]\n    severity: ERROR\n    message: m\n    pattern: x\n    join: {}\n`,
    });
    const { status, stdout } = await linewarden(where, "scan", "a.js", "--no-default-rules", "--rules", "mixed.yaml");
    expect(status).to.equal(1);
    const joined = stdout.replaceAll(/\s+/g, " ");
    expect(joined)
      .to.contain("1 high finding")
      .and.match(/mixed\.yaml: rule unsupported\. Rule team\.later was not run: .* \(line \d+, column \d+\)\./);
  });

  it("follows a rule file that is a link, names links in a folder, and reads no file twice", async () => {
    const where = repository({ "a.js": "eval(a);\n", ".linewarden/rules/eval.yaml": evalRule });
    symlinkSync(".linewarden/rules/eval.yaml", path.join(where, "link.yaml"));
    const once = await linewarden(
      where,
      "scan",
      "a.js",
      "--no-default-rules",
      "--rules",
      "link.yaml",
      "--strict",
      "--fail-on",
      "never",
    );
    expect([once.status, once.stdout.match(/1 high finding/g)?.length]).to.deep.equal([0, 1]);
    symlinkSync("eval.yaml", path.join(where, ".linewarden/rules/other.yaml"));
    const named = await linewarden(where, "scan", "a.js", "--no-default-rules");
    expect(named.stdout)
      .to.contain(".linewarden/rules/other.yaml: rule error.")
      .and.contain("symbolic link")
      .and.contain("1 high finding");
  });

  it("does not let a repository replace a rule that comes with Linewarden", async () => {
    const where = repository(
      {
        ".linewarden/rules/x.yaml":
          "rules:\n  - { id: javascript.sql-injection, languages: [js], severity: INFO, message: nothing, pattern: never() }\n",
      },
      { "a.js": "1;\n" },
    );
    const { stdout } = await linewarden(where, "scan", "a.js");
    expect(stdout.replaceAll(/\s+/g, " ")).to.match(
      /\.linewarden\/rules\/x\.yaml: rule error\. Rule javascript\.sql-injection was not run: the id is taken/,
    );
  });

  it("writes the result to a file, whole, and keeps a link", async () => {
    const where = folder({ "a.js": "eval(a);\n", "real.json": "old" });
    symlinkSync("real.json", path.join(where, "out.json"));
    const { status, stdout } = await linewarden(where, "scan", "a.js", "--format", "json", "--output", "out.json", ...rules);
    expect(status).to.equal(1);
    expect(stdout).to.equal("");
    expect(JSON.parse(readFileSync(path.join(where, "real.json"), "utf8")).findings).to.have.length(1);
    expect(readdirSync(where).sort()).to.deep.equal(["a.js", "out.json", "real.json"]);
    const device = await linewarden(where, "scan", "a.js", "--output", "/dev/null", ...rules);
    expect(device.status).to.equal(1);
    expect(existsSync("/dev/null")).to.equal(true);
  });

  it("gives the same result with any number of jobs", async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}.js`, `eval(a${i});\n`.repeat(i + 1)]));
    const where = folder(files);
    const one = JSON.parse((await linewarden(where, "scan", "--format", "json", "--jobs", "1", ...rules)).stdout);
    const three = JSON.parse((await linewarden(where, "scan", "--format", "json", "--jobs", "3", ...rules)).stdout);
    expect(three.findings).to.deep.equal(one.findings);
    expect(one.findings).to.have.length(820);
  });

  it("prints findings only with --quiet", async () => {
    const where = folder({ "a.js": "eval(a);\n", "ok.js": "1;\n" });
    expect((await linewarden(where, "scan", "ok.js", "--quiet", ...rules)).stdout).to.equal("");
    expect((await linewarden(where, "scan", "--quiet", ...rules)).stdout)
      .to.match(/^a\.js\n/)
      .and.not.contain("Covered");
  });

  it("takes the root from the paths when they lie elsewhere", async () => {
    const where = folder({ "p/a.js": "eval(a);\n", "q/b.js": "eval(b);\n" });
    const report = JSON.parse(
      (await linewarden("/", "scan", path.join(where, "p"), path.join(where, "q/b.js"), "--format", "json", ...rules)).stdout,
    );
    expect(report.root).to.equal("/");
    const elsewhere = JSON.parse(
      (await linewarden(folder(), "scan", path.join(where, "p"), path.join(where, "q/b.js"), "--format", "json", ...rules))
        .stdout,
    );
    expect(elsewhere.root).to.equal(where);
    expect(elsewhere.findings.map(({ path: file }: { path: string }) => file)).to.deep.equal(["p/a.js", "q/b.js"]);
  });

  it("is not disturbed by a reader that goes away", async () => {
    const where = folder({ "a.js": "eval(a);\n".repeat(3000) });
    const command = `'${process.execPath}' '${cli}' scan a.js ${rules.map((word) => `'${word}'`).join(" ")} | head -n 1`;
    const { status, stdout, stderr } = await run("bash", ["-c", command], where, environment);
    expect([status, stdout, stderr]).to.deep.equal([0, "a.js\n", ""]);
  });

  it("does not need a repository, git or a home folder", async () => {
    const where = folder({ "a.js": "eval(a);\n" });
    const { status, stdout } = await run(process.execPath, [cli, "scan", ...rules], where, { PATH: "/nonexistent" });
    expect(status).to.equal(1);
    expect(stdout).to.contain("1 high finding");
  });

  it("scans a repository that was removed below its feet without a stack trace", async () => {
    const where = repository({ "a.js": "1;\n" });
    rmSync(path.join(where, ".git", "HEAD"));
    const { stdout, stderr } = await linewarden(where, "scan", ...rules);
    expect(stdout + stderr).not.to.contain("fault of Linewarden");
    mkdirSync(path.join(where, "x"));
    expect(() => git(where, "status")).to.throw();
  });

  it("names the call in which what a person types arrives", async () => {
    const where = folder({ "a.py": "import os\n\nos.system(input())\n" });
    expect((await linewarden(where, "scan", "--no-fixes", "a.py")).stdout).to.contain("runs here: `os.system`");
  });
});
