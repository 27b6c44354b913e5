import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse as parseYaml, stringify } from "yaml";
import { createEngine, type SourceFile } from "../../../server/engine/analyze.ts";
import { loadRules } from "../../../server/engine/rules/loadRules.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import { resourceFolder } from "../../../server/host/resources.ts";
import { createParser, type Parser } from "../../../server/parser/parser.ts";

interface Case {
  readonly name: string;
  readonly rule?: Record<string, unknown>;
  readonly code: string;
  /** Lines that Semgrep reports, counted from one. */
  readonly semgrep: readonly number[];
  /** Lines of the documented profile where they differ, with the reason in `why`. */
  readonly documented?: readonly number[];
  readonly why?: string;
  /** Lines of the precise profile where they differ from the documented one, with the reason in `precisely`. */
  readonly precise?: readonly number[];
  readonly precisely?: string;
}

const defaults = {
  mode: "taint",
  "pattern-sources": [{ pattern: "source(...)" }],
  "pattern-sinks": [{ pattern: "sink(...)" }],
  "pattern-sanitizers": [{ pattern: "clean(...)" }],
};

let parser: Parser;

function linesOf(language: string, one: Case, profile: "documented" | "precise"): number[] {
  const own = one.rule ?? {};
  const options = { ...(own.options as object | undefined), ...(profile === "precise" ? { linewarden: "precise" } : {}) };
  const rule = { ...defaults, ...own, options, id: "r", languages: [language], severity: "ERROR", message: "m" };
  const { rules, problems } = loadRules(stringify({ rules: [rule] }), "case.yaml");
  expect(problems).to.deep.equal([]);
  const engine = createEngine({ rules, parse: parser.parse });
  expect(engine.problems).to.deep.equal([]);
  const file: SourceFile = { path: language === "python" ? "a.py" : "a.jsx", text: one.code };
  const { findings, notReviewed } = engine.analyze(file);
  expect(notReviewed).to.deep.equal([]);
  for (const { path, span } of findings) {
    expect(path[0]?.role).to.equal("source");
    expect(path.at(-1)).to.deep.include({ role: "sink", span });
  }
  const lines = indexLines(one.code);
  return [...new Set(findings.map(({ span }) => lines.positionAt(span.start).line + 1))];
}

for (const language of ["javascript", "python"]) {
  describe(`taint as Semgrep reports it: ${language}`, () => {
    before(async () => {
      parser ??= await createParser(join(resourceFolder(), "grammars"));
      await parser.load(["javascript", "python"]);
    });
    const cases = parseYaml(readFileSync(join(__dirname, `${language}.yaml`), "utf8")) as readonly Case[];
    for (const one of cases) {
      const documented = one.documented ?? one.semgrep;
      it(`${one.name}${one.why ? ` (differs: ${one.why})` : ""}`, () => {
        expect(linesOf(language, one, "documented")).to.deep.equal(documented);
        if (one.documented) expect(one.why, "a difference needs a reason").to.be.a("string");
      });
      it(`${one.name}, precise${one.precisely ? `: ${one.precisely}` : ""}`, () => {
        expect(linesOf(language, one, "precise")).to.deep.equal(one.precise ?? documented);
        if (one.precise) expect(one.precisely, "a difference needs a reason").to.be.a("string");
      });
    }
    it("has at least 40 cases", () => expect(cases.length).to.be.at.least(40));
  });
}
