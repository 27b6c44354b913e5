import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { beforeFileOf, fixedFileOf, ruleFilesTestedBy, testFilesOf } from "../../../server/host/ruleTestFiles.ts";

describe("the test files of a rule file", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "linewarden-rule-tests-"));
    for (const name of [
      ...["sql.yaml", "sql.py", "sql.test.js", "sql.fixed.py", "sql.before.py", "sql.md", "sql.json", "sql.test.yaml"],
      ...["sql.views.py", "sql.views.fixed.py", "sql.views.before.py", "sql.views.test.ts", "sqlite.py"],
      ...["sql.orm.yml", "sql.orm.py", "sql.orm.views.py"],
    ])
      writeFileSync(path.join(folder, name), "");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const testsOf = (ruleFile: string): string[] => testFilesOf(path.join(folder, ruleFile)).map((file) => path.basename(file));

  it("have its name, or that with a variant that no other rule file has", () => {
    expect(testsOf("sql.yaml")).to.deep.equal(["sql.py", "sql.test.js", "sql.test.yaml", "sql.views.py", "sql.views.test.ts"]);
    expect(testsOf("sql.orm.yml")).to.deep.equal(["sql.orm.py", "sql.orm.views.py"]);
  });

  for (const [test, fixed, before] of [
    ["a/sql.py", "a/sql.fixed.py", "a/sql.before.py"],
    ["a/sql.test.py", "a/sql.fixed.py", "a/sql.before.py"],
    ["a/sql.views.py", "a/sql.views.fixed.py", "a/sql.views.before.py"],
  ] as const)
    it(`${test} has ${fixed} and ${before} beside it`, () =>
      expect([fixedFileOf(test), beforeFileOf(test)]).to.deep.equal([fixed, before]));

  it("are told from their names", () => {
    for (const name of ["sql.py", "sql.test.py", "sql.fixed.py", "sql.views.py", "sql.views.fixed.py", "sql.views.before.py"])
      expect(ruleFilesTestedBy(`/r.d/${name}`), name).to.include("/r.d/sql.yaml");
    expect(ruleFilesTestedBy("/r.d/sql.yaml")).not.to.include("/r.d/sql.yaml");
    expect(ruleFilesTestedBy("/r.d/sqlite.py")).not.to.include("/r.d/sql.yaml");
  });
});
