import { join } from "node:path";
import { expect } from "chai";
import { createEngine, type Engine } from "../../../../server/engine/analyze.ts";
import type { FileAnalysis } from "../../../../server/engine/findings/finding.ts";
import { applyFix } from "../../../../server/engine/fixes/applyFix.ts";
import { offerFix } from "../../../../server/engine/fixes/offerFix.ts";
import { analyzed, analyzeFixed } from "../../../../server/engine/fixes/verification.ts";
import { resourceFolder } from "../../../../server/host/resources.ts";
import { createParser, type Parser } from "../../../../server/parser/parser.ts";
import { readCatalog } from "../../../rules/ruleCatalog.ts";

/** Of all fixable findings in the rules' own test files so many are tried. */
const most = 100;

describe("a file after a fix", () => {
  let engine: Engine;
  let parser: Parser;
  const catalog = readCatalog();
  before(async () => {
    parser = await createParser(join(resourceFolder(), "grammars"));
    await parser.load(["javascript", "typescript", "tsx", "python"]);
    const rules = catalog.flatMap((entry) => entry.rules);
    engine = createEngine({ rules, parse: parser.parse });
  });

  const told = ({ findings }: FileAnalysis): string[] =>
    findings.map(({ ruleId, span }) => `${span.start}-${span.end} ${ruleId}`);

  it("is found to be what a look at all of it says", function () {
    this.timeout(120_000);
    const files = catalog.flatMap(({ tests }) => tests);
    let tried = 0;
    let partial = 0;
    for (const { path, text } of files.filter((_, index) => index % 2 === 0)) {
      const file = { path: `src/${path.split("/").at(-1)}`, text };
      const before = analyzed(engine, file, undefined);
      for (const finding of before.analysis.findings.slice(0, 3)) {
        const fix = tried < most ? offerFix(engine, parser.parse, file, finding) : undefined;
        if (!fix || "refused" in fix) continue;
        const fixed = applyFix(text, fix);
        const after = analyzeFixed(engine, before, fixed);
        if (after.partial) partial++;
        expect(told(after), `${path}: ${fix.title}`).to.deep.equal(told(engine.analyze({ ...file, text: fixed })));
        tried++;
      }
    }
    expect(tried).to.equal(most);
    expect(partial).to.be.greaterThan(20);
  });

  it("is not mixed up with another file of the same text, or another text of the file", () => {
    const text = 'function f(req, res) {\n  eval(req.query.a);\n}\nrequire("express")().get("/", f);\n';
    const first = analyzed(engine, { path: "a.js", text }, undefined);
    expect(analyzed(engine, { path: "a.js", text }, undefined)).to.equal(first);
    expect(analyzed(engine, { path: "test/a.js", text }, undefined)).not.to.equal(first);
    const other = analyzed(engine, { path: "a.js", text: text.replace("eval", "print") }, undefined);
    expect(first.analysis.findings.length).to.be.greaterThan(other.analysis.findings.length);
    expect(analyzed(engine, { path: "a.js", text }, () => undefined)).not.to.equal(first);
  });
});
