import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { judge, readPackages, readVerdicts, type TableFinding, writeVerdicts } from "../../precision/tables.ts";

const folder = join(__dirname, "../../precision");
const sha256 = "0".repeat(64);
const finding: TableFinding = {
  package: "npm:koa",
  file: "lib/a.js",
  line: "0123456789ab",
  rule: "javascript.weak-hash",
  severity: "medium",
};
const row = (changes: Record<string, string> = {}): string => {
  const cells = { ...finding, verdict: "accepted", reason: "A name of a cached file.", ...changes };
  const { package: name, file, line, rule, severity, verdict, reason } = cells;
  return [name, file, line, rule, severity, verdict, reason].join("\t");
};

describe("the tables of npm run precision", () => {
  it("that are in the repository can be read, and name enough packages by version and hash", () => {
    const packages = readPackages(readFileSync(join(folder, "packages.tsv"), "utf8"));
    expect(packages.faults).to.deep.equal([]);
    for (const registry of ["npm", "pypi"] as const) {
      const names = packages.rows.filter((one) => one.registry === registry).map(({ name }) => name);
      expect(names.length, registry).to.be.at.least(30);
      // Kept for measures from outside.
      for (const name of ["express", "fastify", "hono", "flask", "requests"]) expect(names).to.not.include(name);
    }
    for (const one of packages.rows) expect(one.sha256, one.name).to.not.equal("");
    const verdicts = readVerdicts(readFileSync(join(folder, "verdicts.tsv"), "utf8"));
    expect(verdicts.faults).to.deep.equal([]);
    expect(verdicts.rows.length).to.be.greaterThan(10);
    for (const one of verdicts.rows) expect(one.verdict, `${one.package} ${one.file}`).to.not.equal(undefined);
  });

  it("packages: reads parts, and says what is wrong with a row", () => {
    const text = `# comment\nnpm\t@a/b\t1.2.3\t${sha256}\tsrc !src/old\npypi\tx\t2\t${sha256}\t\r\n`;
    expect(readPackages(text).rows).to.deep.equal([
      { registry: "npm", name: "@a/b", version: "1.2.3", sha256, parts: ["src", "!src/old"] },
      { registry: "pypi", name: "x", version: "2", sha256, parts: [] },
    ]);
    for (const [line, fault] of [
      [`cran\tx\t1\t${sha256}\t`, 'line 1: there is no registry "cran"'],
      [`npm\t../x\t1\t${sha256}\t`, 'line 1: "../x" is no name of a package'],
      [`npm\tx\t--all\t${sha256}\t`, 'line 1: "--all" is no version'],
      ["npm\tx\t1\tabc\t", 'line 1: "abc" is no SHA-256'],
      ["npm\tx\t1", "line 1: 5 columns are needed, not 3"],
      [`npm\tx\t1\t${sha256}\t\nnpm\tx\t2\t${sha256}\t`, "line 2: x stands here twice"],
    ] as const)
      expect(readPackages(line).faults, line).to.deep.equal([fault]);
  });

  it("verdicts: says what is wrong with a row", () => {
    expect(readVerdicts(row()).faults).to.deep.equal([]);
    for (const [line, fault] of [
      [row({ package: "koa" }), '"koa" is no package'],
      [row({ line: "12" }), '"12" is no hash of a line'],
      [row({ severity: "bad" }), 'there is no severity "bad"'],
      [row({ verdict: "maybe" }), '"maybe" is no verdict: true, accepted, false, or ? for one to come'],
      [row({ reason: "fine" }), "a verdict needs a reason"],
      [`${row()}\n${row()}`, "the finding stands here twice"],
    ] as const)
      expect(readVerdicts(line).faults.join(), line).to.contain(fault);
  });

  it("verdicts: what is written is read again", () => {
    const text = `${row()}\n${row({ file: "lib/b.js", verdict: "?", reason: "" })}\n`;
    expect(writeVerdicts([...readVerdicts(text).rows].reverse())).to.equal(text);
  });

  it("judges findings: counts, those that nobody read, and rows that speak of none", () => {
    const rows = readVerdicts(
      [
        row(),
        row({ file: "lib/b.js", verdict: "false" }),
        row({ file: "lib/c.js", verdict: "?", reason: "" }),
        row({ file: "lib/gone.js" }),
      ].join("\n"),
    ).rows;
    const at = (file: string, changes: Partial<TableFinding> = {}): TableFinding => ({ ...finding, file, ...changes });
    const findings = [
      at("lib/a.js"),
      at("lib/a.js"),
      at("lib/b.js"),
      at("lib/c.js"),
      at("lib/d.js", { severity: "high" }),
      at("lib/e.js", { severity: "low" }),
    ];
    const { judged, unread, gone, counted, rejected } = judge(findings, rows);
    expect(judged.map(({ row: one }) => one?.verdict)).to.deep.equal([
      "accepted",
      "accepted",
      "false",
      undefined,
      undefined,
      undefined,
    ]);
    expect(unread.map(({ file }) => file)).to.deep.equal(["lib/c.js", "lib/d.js"]);
    expect(gone.map(({ file }) => file)).to.deep.equal(["lib/gone.js"]);
    expect([counted, rejected]).to.deep.equal([5, 1]);
  });

  it("does not count a row for another severity, rule or line", () => {
    const { rows } = readVerdicts(row());
    for (const changes of [{ rule: "javascript.other" }, { line: "ba9876543210" }, { package: "npm:ws" }])
      expect(judge([{ ...finding, ...changes }], rows).unread).to.have.length(1);
  });
});
