import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { evalRule, folder, linewarden, removeFolders } from "./commandLine.ts";

const fixable = `${evalRule}  - { id: own.print, languages: [python], severity: INFO, message: m, pattern: print($X), fix: log($X) }\n`;

describe("linewarden fix", () => {
  after(removeFolders);
  const fix = (text: string, ...more: string[]) => {
    const where = folder({ "a.py": text, "own.yaml": fixable });
    const outcome = linewarden(where, "fix", "a.py", "--no-default-rules", "--rules", "own.yaml", ...more);
    return { outcome, now: () => readFileSync(path.join(where, "a.py"), "utf8") };
  };

  it("names a few findings that have no fix one by one", async () => {
    const { outcome, now } = fix("print(1)\neval(a)\neval(b)\n");
    const { status, stdout } = await outcome;
    expect(status).to.equal(1);
    expect(now()).to.equal("log(1)\neval(a)\neval(b)\n");
    expect(stdout.match(/^a\.py:\d+ .*$/gm)).to.deep.equal([
      "a.py:1  low  own.print",
      "a.py:2  high  team.no-eval",
      "a.py:3  high  team.no-eval",
    ]);
    expect(stdout.match(/ {2}not fixed: this rule has no automatic fix/g)).to.have.length(2);
  });

  it("counts many of them by reason", async () => {
    const { outcome } = fix(`print(1)\n${"eval(a)\n".repeat(9)}`, "--dry-run");
    const { stdout } = await outcome;
    expect(stdout).to.match(
      /\n\nNot fixed, 9 findings \(lines 2, 3, 4, 5, 6, 7, 8, 9 and 1 more\): this rule has no automatic fix\n\n1 finding would be fixed; 9 findings left\.\n$/,
    );
    expect(stdout).not.to.contain("team.no-eval");
  });

  it("names what was not reviewed, which is no all-clear", async () => {
    const broken = "a = 1\n}}}} ((( \n";
    const { status, stdout } = await fix(broken).outcome;
    expect(stdout).to.contain("Not reviewed: syntax errors.").and.to.contain("No finding in what was reviewed.");
    expect([status, (await fix(broken, "--strict").outcome).status]).to.deep.equal([0, 1]);
    const where = folder({ "big.py": "x = 1\n".repeat(1_000_000) });
    const large = await linewarden(where, "fix", "big.py");
    expect([large.status, large.stdout.includes("No finding.")], large.stdout + large.stderr).to.deep.equal([2, false]);
  });

  it("says that a fix parses only where the file did", async () => {
    const broken = "print(1)\n}}}} ((( \n";
    const { stdout } = await fix(broken, "--dry-run").outcome;
    expect(stdout).to.contain("(verified: finding gone, nothing new)");
    expect((await fix("print(1)\n", "--dry-run").outcome).stdout).to.contain("(verified: parses, finding gone, nothing new)");
    const where = folder({ "a.py": broken, "own.yaml": fixable });
    const scanned = await linewarden(where, "scan", "a.py", "--no-default-rules", "--rules", "own.yaml");
    expect(scanned.stdout).to.contain("Fix, verified (finding gone, nothing new)");
  });

  it("takes no folder, and says which part of the place is wrong", async () => {
    const where = folder({ "src/a.py": "print(1)\n" });
    expect((await linewarden(where, "fix", "src")).stderr).to.contain("src is a folder; fix takes one file at a time.");
    expect((await linewarden(where, "fix", "src/a.py:1@zzzz")).stderr).to.contain("the ID of a finding is expected");
  });

  it("says what is wrong with a place that it cannot go to", async () => {
    const where = folder({ "a.py": "print(1)\nprint(2)\n" });
    const said = async (place: string): Promise<string> => {
      const { status, stderr } = await linewarden(where, "fix", place);
      expect(status).to.equal(2);
      return stderr;
    };
    const answers = await Promise.all(["a.py:2", "a.py:99", "a.py:abc", "b.py:1"].map(said));
    expect(answers[0]).to.equal("linewarden: There is no finding on line 2 of a.py that a fix could be for.\n");
    expect(answers[1]).to.equal("linewarden: a.py has no line 99; it has 2.\n");
    expect(answers[2]).to.match(/a\.py: a line number from 1 is expected, not abc\.\n$/);
    expect(answers[3]).to.match(/There is no file .*b\.py\.\n$/);
  });
});
