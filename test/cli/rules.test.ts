import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { cli, environment, evalRule, folder, linewarden, removeFolders, repository, root, run } from "./commandLine.ts";

const good = "# ruleid: team.no-eval\neval(x)\n\n# ok: team.no-eval\neval_all(x)\n";

describe("linewarden rules check", () => {
  after(removeFolders);

  it("accepts the rules that come with Linewarden", async () => {
    const { status, stdout, stderr } = await linewarden(root, "rules", "check", "rules");
    expect(stderr).to.equal("");
    expect(stdout).to.match(/^\d+ rule files: \d+ rules can be used, 0 problems\.\n$/);
    expect(status).to.equal(0);
  });

  it("reads the repository's own rules without a path", async () => {
    const where = repository({ ".linewarden/rules/a.yaml": evalRule });
    expect((await linewarden(where, "rules", "check")).stdout).to.equal("1 rule file: 1 rule can be used, 0 problems.\n");
    const none = await linewarden(repository({}), "rules", "check");
    expect([none.status, none.stdout]).to.deep.equal([2, ""]);
    expect(none.stderr).to.match(/^linewarden: There are no rules in .*\.linewarden\/rules\. Name a rule file or a folder\.\n$/);
  });

  for (const [title, text, expected] of [
    ["YAML that cannot be read", "rules:\n  - id: [\n", /^r\.yaml:\d+:\d+: error: not valid YAML: /m],
    [
      "a rule without a message",
      "rules:\n  - id: a\n    languages: [js]\n    severity: ERROR\n    pattern: x\n",
      /^r\.yaml:2:\d+: error: a: .*message/m,
    ],
    [
      "an unknown severity",
      "rules:\n  - { id: a, languages: [js], severity: AWFUL, message: m, pattern: x }\n",
      /^r\.yaml:2:\d+: error: a: .*AWFUL|severity/m,
    ],
    [
      "a key that is not supported yet",
      "rules:\n  - id: a\n    languages: [js]\n    severity: ERROR\n    message: m\n    pattern: x\n    join: {}\n",
      /^r\.yaml:7:\d+: unsupported: a: .*join/m,
    ],
    [
      "a pattern that is no code",
      "rules:\n  - { id: a, languages: [python], severity: ERROR, message: m, pattern: 'def ((' }\n",
      /^r\.yaml:2:\d+: error: a: /m,
    ],
    ["an id that is used twice", `${evalRule}${evalRule.replace("rules:\n", "")}`, /^r\.yaml:\d+:\d+: error: .*team\.no-eval/m],
  ] as const)
    it(`names file, line and column of ${title}`, async () => {
      const { status, stdout } = await linewarden(folder({ "r.yaml": text }), "rules", "check", "r.yaml");
      expect(stdout).to.match(expected);
      expect(status).to.equal(1);
    });

  it("says in which languages a rule is not run, and so does a scan without files of the others", async () => {
    const rule = "  - { id: t.typed, languages: [js, ts], severity: ERROR, message: m, pattern: 'let $X: string = $Y' }\n";
    const where = folder({ "r.yaml": `rules:\n${rule}`, "a.js": "let a = 1;\n", "b/b.ts": "let b: string = c;\n" });
    const { stdout } = await linewarden(where, "rules", "check", "r.yaml");
    expect(stdout).to.match(/^r\.yaml:2:\d+: partly: t\.typed: not run for javascript: /);
    expect((await linewarden(where, "scan", "a.js", "--rules", "r.yaml")).stdout).to.match(/t\.typed\s+was\s+run\s+in\s+part/);
    expect((await linewarden(where, "scan", "b", "--rules", "r.yaml")).stdout).to.match(/t\.typed/);
  });

  it("counts rules of one id, and names them, as a scan does", async () => {
    const rule = (id: string, pattern: string): string =>
      `  - { id: ${id}, languages: [js], severity: ERROR, message: m, pattern: '${pattern}' }\n`;
    const where = folder({
      "own/a.yaml": `rules:\n${rule("t.a", "a(...)")}${rule("t.b", "b(...)")}${rule("t.b", "c(...)")}`,
      "own/more/b.yaml": `rules:\n${rule("t.a", "d(...)")}${rule("t.c", "function ((")}`,
      "a.js": "a(1); b(1); c(1); d(1);\n",
    });
    const check = await linewarden(where, "rules", "check", "own");
    expect(check.stdout.split("\n")).to.deep.include.members([
      "own/a.yaml:4:11: error: t.b: the id is taken by the rule on line 3",
      "own/more/b.yaml:2:5: error: t.a: the id is taken by the rule on line 2 of a.yaml",
      "2 rule files: 2 rules can be used, 3 problems.",
    ]);
    const scan = await linewarden(where, "scan", "a.js", "--no-default-rules", "--rules", "own");
    const joined = scan.stdout.replaceAll(/\s+/g, " ");
    expect(joined).to.contain(" 2 rules, ").and.contain("Not reviewed: 3 problems of rules, named here.");
    expect(joined).to.contain(
      "own/more/b.yaml: rule error. Rule t.a was not run: the id is taken by the rule on line 2 of a.yaml (line",
    );
  });

  it("lists problems in the order of their lines, whoever found them", async () => {
    const text = `rules:
  - { id: a, languages: [js], severity: INFO, message: m, pattern: "function ((" }
  - { id: b, languages: [js], severity: INFO, message: m, pattern: x, join: {} }
  - { id: c, languages: [regex], severity: INFO, message: m, pattern-regex: "a(b" }\n`;
    const { stdout } = await linewarden(folder({ "r.yaml": text }), "rules", "check", "r.yaml");
    expect(stdout.match(/^r\.yaml:\d+/gm)).to.deep.equal(["r.yaml:2", "r.yaml:3", "r.yaml:4"]);
    expect(stdout).to.contain("0 rules can be used, 3 problems.");
  });

  it("ends with 2 for a path that does not exist, and for a format that makes no sense", async () => {
    const where = folder({ "r.yaml": evalRule });
    expect((await linewarden(where, "rules", "check", "no.yaml")).status).to.equal(2);
    expect((await linewarden(where, "rules", "check", "r.yaml", "--format", "sarif")).status).to.equal(2);
  });
});

describe("linewarden rules test", () => {
  after(removeFolders);
  const test = (files: Readonly<Record<string, string>>, ...args: string[]) =>
    linewarden(folder({ "e.yaml": evalRule, ...files }), "rules", "test", "e.yaml", ...args);

  it("passes a rule that finds what its test files say", async () => {
    const { status, stdout } = await test({
      "e.py": good,
      "e.test.js": "// ruleid: team.no-eval\neval(y);\n// todook: team.no-eval\neval(z);\n",
    });
    expect(stdout).to.equal("1 rule passed (3 lines), 0 failed.\n");
    expect(status).to.equal(0);
  });

  for (const [title, text, expected] of [
    [
      "a line that should match and does not",
      "# ruleid: team.no-eval\nexec(x)\n",
      "e.py:2: team.no-eval should match here, and does not",
    ],
    ["a match that no comment announces", "eval(x)\n", "e.py:1: team.no-eval matches here, and no comment announces it"],
    [
      "a match where the comment says ok",
      "# ok: team.no-eval\neval(x)\n",
      "e.py:2: team.no-eval matches here, and no comment announces it",
    ],
    [
      "a comment with an unknown id",
      `${good}# ruleid: team.typo\nx\n`,
      "e.py: a comment names team.typo, which is no rule of e.yaml",
    ],
    ["a test file that does not parse", "# ruleid: team.no-eval\neval(x)\ndef ((\n", "e.py: team.no-eval: "],
  ] as const)
    it(`fails for ${title}`, async () => {
      const { status, stdout } = await test({ "e.py": text });
      expect(stdout).to.contain(expected);
      expect(status).to.equal(1);
    });

  it("fails for a rule that cannot run, and says why once, whatever its tests announce", async () => {
    const broken = `${evalRule}  - { id: own.pattern, languages: [python], severity: INFO, message: m, pattern: "def ((" }
  - { id: own.regex, languages: [regex], severity: INFO, message: m, pattern-regex: "a(b" }
  - { id: own.later, languages: [python], severity: INFO, message: m, pattern: x(), join: {} }\n`;
    const text = `${good}# ruleid: own.pattern, own.later\nx()\n`;
    const { status, stdout } = await test({ "e.yaml": broken, "e.py": text });
    expect(stdout.split("\n").map((line) => line.replace(/(: own\.\w+: ).*/, "$1"))).to.deep.equal([
      "e.yaml:8:82: error: own.pattern: ",
      "e.yaml:9:85: error: own.regex: ",
      "e.yaml:10:85: unsupported: own.later: ",
      "1 rule passed (2 lines), 3 failed.",
      "",
    ]);
    expect(status).to.equal(1);
  });

  it("compares what the fixes make with the .fixed file", async () => {
    const fixable = evalRule.replace("    pattern: eval($X)\n", "    pattern: eval($X)\n    fix: literal_eval($X)\n");
    const right = { "e.yaml": fixable, "e.py": good, "e.fixed.py": good.replace("eval(x)", "literal_eval(x)") };
    expect((await test(right)).stdout).to.equal("1 rule passed (2 lines, 1 file of fixes), 0 failed.\n");
    const wrong = await test({ ...right, "e.fixed.py": good });
    expect(wrong.stdout).to.contain(
      'e.fixed.py: the fixes make something else: line 2 is "literal_eval(x)", and should be "eval(x)"',
    );
    expect(wrong.stdout).to.contain("1 rule passed (2 lines), 0 failed, 1 file of fixes differs.");
    expect(wrong.status).to.equal(1);
  });

  it("tests a folder of rules with folders in it, and passes over test and fixed files in YAML", async () => {
    const manifest = evalRule
      .replace("team.no-eval", "team.manifest")
      .replace("[javascript, python]", "[regex]")
      .replace(/message: .*/, "message: No container is privileged.");
    const where = folder({
      "rules/python/e.yaml": evalRule,
      "rules/python/e.py": good,
      "rules/deep/er/e2.yml": evalRule.replace("team.no-eval", "team.deep"),
      "rules/deep/er/e2.test.js": "/* ruleid: team.deep */\neval(y);\n",
      "rules/yaml/m.yaml": `${manifest.replace(/pattern: .*/, "pattern-regex: 'privileged: true'")}    fix: 'privileged: false'\n`,
      "rules/yaml/m.test.yaml": "a:\n  # ruleid: team.manifest\n  privileged: true\n",
      "rules/yaml/m.fixed.yaml": "a:\n  # ruleid: team.manifest\n  privileged: false\n",
    });
    const { status, stdout, stderr } = await linewarden(where, "rules", "test", "rules");
    expect(stderr).to.equal("");
    expect(stdout).to.equal("3 rules passed (4 lines, 1 file of fixes), 0 failed.\n");
    expect(status).to.equal(0);
    expect((await linewarden(where, "rules", "check", "rules")).stdout).to.equal(
      "3 rule files: 3 rules can be used, 0 problems.\n",
    );
  });

  it("finds the test files in another folder, in the same places", async () => {
    const where = folder({
      "rules/python/e.yaml": evalRule,
      "rules/e2.yaml": evalRule.replace("team.no-eval", "team.other"),
      "tests/python/e.py": good,
      "tests/e2.py": good.replaceAll("team.no-eval", "team.other"),
      "tests/e.py": "eval(not_this_one)\n",
    });
    const { status, stdout } = await linewarden(where, "rules", "test", "rules", "--tests", "tests");
    expect(stdout).to.equal("2 rules passed (4 lines), 0 failed.\n");
    expect(status).to.equal(0);
    const one = await linewarden(where, "rules", "test", "rules/python/e.yaml", "--tests", "tests/python");
    expect(one.stdout).to.equal("1 rule passed (2 lines), 0 failed.\n");
    const missing = await linewarden(where, "rules", "test", "rules", "--tests", "nowhere");
    expect([missing.status, missing.stdout]).to.deep.equal([2, ""]);
    expect(missing.stderr).to.match(/There is no folder .*nowhere/);
    const none = await linewarden(where, "rules", "test", "rules", "--tests", "rules/python");
    expect([none.status, none.stderr]).to.deep.equal([
      2,
      "linewarden: No test file in rules/python belongs to these rule files.\n",
    ]);
  });

  it("is no pass without a test file, and names rules that no test speaks of", async () => {
    const none = await test({});
    expect([none.status, none.stdout]).to.deep.equal([2, ""]);
    expect(none.stderr).to.match(/^linewarden: No test file stands beside .*e\.yaml\.\n$/);
    const silent = { "e.py": "x = 1\n" };
    const loose = await test(silent);
    expect(loose.stdout).to.equal("No test speaks of: team.no-eval\n0 rules passed (0 lines), 0 failed, 1 without a test.\n");
    expect(loose.status).to.equal(0);
    expect((await test(silent, "--strict")).status).to.equal(1);
  });
});

describe("a large file of rules", () => {
  after(removeFolders);

  const rule = (n: number): string =>
    `  - {id: team.no-call-${n}, languages: [js], severity: ERROR, message: Do not call it., pattern: forbidden${n}($X)}\n`;
  const rules = `rules:\n${Array.from({ length: 200 }, (_, n) => rule(n)).join("")}`;

  it("is read once by scan, counts as it is after a change, and is always read by the gate", async () => {
    const where = repository({ ".linewarden/rules/team.yaml": rules, "a.js": "let a = 1;\n" });
    const cache = folder({});
    const env = { ...environment, LINEWARDEN_CACHE: cache };
    const told = async (...args: string[]): Promise<string[]> => {
      const { stdout } = await run(process.execPath, [cli, ...args, "--format", "json", "--no-default-rules"], where, env);
      return (JSON.parse(stdout) as { findings: { ruleId: string }[] }).findings.map(({ ruleId }) => ruleId);
    };
    writeFileSync(path.join(where, "a.js"), "forbidden7(a);\n");
    expect(await told("scan", "a.js")).to.deep.equal(["team.no-call-7"]);
    const [name] = readdirSync(path.join(cache, "rules"));
    const kept = path.join(cache, "rules", name ?? "");
    const [head, body = ""] = readFileSync(kept, "utf8").split("\n");
    const other = body.replaceAll('team.no-call-7"', 'team.kept-7"');
    const sum = createHash("sha256").update(other).digest("hex").slice(0, 40);
    writeFileSync(kept, `${head?.split(" ")[0]} ${sum}\n${other}`);
    expect(await told("scan", "a.js"), "what was kept is taken").to.deep.equal(["team.kept-7"]);
    await run("git", ["add", "."], where);
    expect(await told("gate"), "the gate reads the file").to.deep.equal(["team.no-call-7"]);
    writeFileSync(path.join(where, ".linewarden/rules/team.yaml"), rules.replace("team.no-call-7,", "team.changed-7,"));
    expect(await told("scan", "a.js"), "a changed file is read").to.deep.equal(["team.changed-7"]);
  });
});
