import { expect } from "chai";
import { evalRule, folder, git, linewarden, onlyEval, removeFolders, repository } from "./commandLine.ts";

const base = "// linewarden-ignore team.no-eval: a calculator\neval(a);\n";
const edited = [
  "// linewarden-ignore team.no-eval: a calculator",
  "Number(a);",
  "eval(b); // linewarden-ignore team.no-eval",
  "eval(c); // linewarden-ignore: by hand",
  "eval(d); // linewarden-ignore team.evil: by hand",
  "eval(e); // nosemgrep: team.no-eval",
  "",
].join("\n");
const expected = [
  "1:22 linewarden-suppression",
  "3:1 team.no-eval",
  "3:13 linewarden-suppression",
  "4:1 team.no-eval",
  "4:13 linewarden-suppression",
  "5:1 team.no-eval",
  "5:31 linewarden-suppression",
  "6:1 team.no-eval silenced",
];

/** The rule in the repository itself, so that all rules are known. */
function change(): string {
  return repository({ "a.js": base, ".linewarden/rules/eval.yaml": evalRule }, { "a.js": edited });
}

describe("suppressions that silence nothing", () => {
  after(removeFolders);

  for (const command of ["scan", "review", "gate"] as const)
    it(`are findings of ${command}, with their place, and hide nothing`, async () => {
      const where = change();
      git(where, "add", "-A");
      const { stdout } = await linewarden(where, command, "--format", "json");
      const report = JSON.parse(stdout) as {
        findings: { path: string; ruleId: string; start: { line: number; column: number }; suppression?: unknown }[];
        coverage: { suppressed: number };
      };
      const own = report.findings.filter(({ ruleId }) => /^team|^linewarden/.test(ruleId));
      const places = own
        .filter((finding) => finding.path === "a.js")
        .sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column)
        .map(({ ruleId, start, suppression }) => `${start.line}:${start.column} ${ruleId}${suppression ? " silenced" : ""}`);
      expect(places).to.deep.equal(expected);
      expect(report.coverage.suppressed).to.equal(1);
    });

  it("say in the text what is missing and how it is written", async () => {
    const stdout = (await linewarden(change(), "review")).stdout.replace(/\s+/g, " ");
    expect(stdout).to.contain("Nothing here is found by team.no-eval any more, so this comment silences nothing: take it out.");
    expect(stdout).to.contain(
      "This comment gives no reason, so it silences nothing. Write: linewarden-ignore RULE-ID: why this is safe",
    );
    expect(stdout).to.contain("This comment names no rule, so it silences nothing.");
    expect(stdout).to.contain("There is no rule with the id team.evil, so this comment silences nothing.");
  });

  it("are notes in SARIF, and a rule is described for them", async () => {
    const { stdout } = await linewarden(change(), "review", "--format", "sarif");
    const [run] = JSON.parse(stdout).runs;
    const notes = run.results.filter(({ ruleId }: { ruleId: string }) => ruleId === "linewarden-suppression");
    expect(notes.map(({ level }: { level: string }) => level)).to.deep.equal(["note", "note", "note", "note"]);
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).to.include("linewarden-suppression");
  });

  it("are none for an id that only rules that were not asked for could have", async () => {
    const where = folder({ "a.js": "f(); // linewarden-ignore team.rule: by hand\n" });
    const { status, stdout } = await linewarden(where, "scan", ...onlyEval());
    expect(stdout).to.contain("Findings    none");
    expect(status).to.equal(0);
  });
});
