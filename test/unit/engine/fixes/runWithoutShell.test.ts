import { join } from "node:path";
import { expect } from "chai";
import { createEngine } from "../../../../server/engine/analyze.ts";
import { applyFix } from "../../../../server/engine/fixes/applyFix.ts";
import { offerFix } from "../../../../server/engine/fixes/offerFix.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { resourceFolder } from "../../../../server/host/resources.ts";
import { createParser, type Parser } from "../../../../server/parser/parser.ts";

const rule = `rules:
  - id: r
    languages: [javascript]
    severity: ERROR
    message: m
    options: {linewarden: precise}
    pattern-either: [{pattern: exec(...)}, {pattern: execSync(...)}, {pattern: $CP.exec(...)}, {pattern: "run($A + $B, ...)"}, {pattern: execAsync(...)}]
    metadata: {quick-fix: run-without-shell}
`;
const head = 'const { exec, execSync } = require("node:child_process");\n';
const both = 'const { execSync, execFile } = require("node:child_process");\n';

describe("a command without a shell", () => {
  let parser: Parser;
  before(async () => {
    parser = await createParser(join(resourceFolder(), "grammars"));
    await parser.load(["javascript"]);
  });

  for (const [name, text, expected] of [
    [
      "a promise of exec in a variable",
      `${head}const run = promisify(exec);\nawait run("ls -l " + dir);\n`,
      'const { execSync, execFile } = require("node:child_process");\nconst run = promisify(execFile);\nawait run("ls", ["-l", "--", String(dir)]);\n',
    ],
    [
      "a promise of exec that is called so",
      `${head}const execAsync = promisify(exec);\nawait execAsync("ls -l " + dir);\n`,
      'const { execSync, execFile } = require("node:child_process");\nconst execFileAsync = promisify(execFile);\nawait execFileAsync("ls", ["-l", "--", String(dir)]);\n',
    ],
    [
      "a promise of exec that other commands run through",
      `${head}const run = promisify(exec);\nawait run("ls -l " + dir);\nawait run("date");\n`,
      'const { exec, execSync, execFile } = require("node:child_process");\nconst run = promisify(exec);\nawait promisify(execFile)("ls", ["-l", "--", String(dir)]);\nawait run("date");\n',
    ],
    [
      "a promise of exec that another file may use",
      `import { exec } from "child_process";\nexport const run = promisify(exec);\nawait run("ls -l " + dir);\n`,
      'import { exec, execFile } from "child_process";\nexport const run = promisify(exec);\nawait promisify(execFile)("ls", ["-l", "--", String(dir)]);\n',
    ],
    [
      "a promise of exec of the module",
      'const cp = require("child_process");\nconst run = util.promisify(cp.exec);\nawait run("ls -l " + dir, { cwd });\n',
      'const cp = require("child_process");\nconst run = util.promisify(cp.execFile);\nawait run("ls", ["-l", "--", String(dir)], { cwd });\n',
    ],
    ["words and values", `${head}exec("ls -l " + dir, done);\n`, `${both}execFile("ls", ["-l", "--", String(dir)], done);\n`],
    ["quotes around a value", `${head}exec(\`cat "\${a}/b c" x\`);\n`, `${both}execFile("cat", ["--", \`\${a}/b c\`, "x"]);\n`],
    [
      "the only name of an import",
      'import { exec } from "child_process";\nexec("ls -l " + dir, done);\n',
      'import { execFile } from "child_process";\nexecFile("ls", ["-l", "--", String(dir)], done);\n',
    ],
    [
      "the only name of an import that is used elsewhere",
      'import { exec } from "child_process";\nexec("ls -l " + dir, done);\nexec("date");\n',
      'import { exec, execFile } from "child_process";\nexecFile("ls", ["-l", "--", String(dir)], done);\nexec("date");\n',
    ],
    [
      "a value in a word",
      `${head}exec('tool --in=' + a);\n`,
      `${both}execFile('tool', [\`--in=\${a}\`]);\n`.replaceAll("'", '"'),
    ],
    [
      "the module's name",
      'import * as cp from "child_process";\ncp.exec("ls " + dir, { cwd: "/" }, done);\n',
      'import * as cp from "child_process";\ncp.execFile("ls", ["--", String(dir)], { cwd: "/" }, done);\n',
    ],
    [
      "a variable of its own",
      `${head}function f(dir) {\n  const command = "ls " + dir;\n  return exec(command);\n}\n`,
      `${both}function f(dir) {\n  return execFile("ls", ["--", String(dir)]);\n}\n`,
    ],
    ["what an option takes", `${head}exec("ping -c " + n);\n`, `${both}execFile("ping", ["-c", String(n)]);\n`],
    ["options that end already", `${head}exec("ls -- " + dir);\n`, `${both}execFile("ls", ["--", String(dir)]);\n`],
    [
      "a program of which it is not known how its options end",
      `${head}exec("git log " + branch);\n`,
      "refused: a value that begins with - would be read as an option, and how git is kept from that is not known; refuse such values before the call",
    ],
    [
      "options behind the value",
      `${head}exec("ls " + dir + " -l");\n`,
      "refused: a value that begins with - would be read as an option, and options stand behind it",
    ],
    [
      "a value that may belong to an option",
      `${head}exec("ls --width " + n);\n`,
      "refused: a value that begins with - would be read as an option, or belongs to --width, which cannot be told",
    ],
    ["a pipe", `${head}exec("ls " + dir + " | wc");\n`, "refused: the command needs a shell for |"],
    ["a glob", `${head}exec("rm *.tmp " + dir);\n`, "refused: the command needs a shell for *"],
    ["a variable of the shell", `${head}exec("ls $HOME " + dir);\n`, "refused: the command needs a shell for $"],
    ["a word of the shell", `${head}exec("cd " + dir);\n`, "refused: the command needs a shell for cd"],
    [
      "a program from outside",
      `${head}exec("./" + tool + " -v");\n`,
      "refused: a value decides the program; choose it from a table of programs that may run",
    ],
    ["a certain shell", `${head}exec("ls " + dir, { shell: "/bin/zsh" });\n`, "refused: the call asks for a certain shell"],
    [
      "another exec",
      'db.exec("ls " + dir);\n',
      "refused: only exec and execSync of child_process can be told to run without a shell; use execFile with a list of arguments",
    ],
    ["open quotes", `${head}exec("ls '" + dir);\n`, "refused: the quotes of the command do not match"],
  ] as const)
    it(name, () => {
      const { rules } = loadRules(rule, "rule.yaml");
      const engine = createEngine({ rules, parse: parser.parse });
      const [finding] = engine.analyze({ path: "a.js", text }).findings;
      if (!finding) throw new Error("Nothing was found.");
      const fix = offerFix(engine, parser.parse, { path: "a.js", text }, finding);
      expect(fix && ("refused" in fix ? `refused: ${fix.refused}` : applyFix(text, fix))).to.equal(expected);
    });
});
