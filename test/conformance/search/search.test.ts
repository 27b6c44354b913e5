/** Search rules against the lines that Semgrep reports; every difference has its reason. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse as parseYaml, stringify } from "yaml";
import { languageById } from "../../../server/engine/languages/registry.ts";
import { compileFormula } from "../../../server/engine/patterns/compileFormula.ts";
import { createMatchContext } from "../../../server/engine/patterns/matchContext.ts";
import { matchFormula } from "../../../server/engine/patterns/matchFormula.ts";
import { loadRules } from "../../../server/engine/rules/loadRules.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import type { LanguageId, ParseText } from "../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../../unit/engine/languages/trees.ts";

interface Case {
  readonly name: string;
  /** One pattern, or a whole rule without id, message, severity and languages. */
  readonly pattern?: string;
  readonly rule?: Record<string, unknown>;
  readonly code: string;
  /** Lines that Semgrep reports, counted from one. */
  readonly semgrep: readonly number[];
  /** Our lines where they differ, with the reason. */
  readonly lines?: readonly number[];
  readonly why?: string;
}

function linesOf(language: LanguageId, one: Case, parse: ParseText): number[] {
  const body = one.rule ?? { pattern: one.pattern };
  const rule = { ...body, id: "r", languages: [language], severity: "ERROR", message: "m" };
  const { rules, problems } = loadRules(stringify({ rules: [rule] }), "case.yaml");
  expect(problems).to.deep.equal([]);
  const loaded = rules[0]?.body;
  if (loaded?.mode !== "search") throw new Error("Not a search rule.");
  const compiled = compileFormula(loaded.formula, language, parse);
  if ("kind" in compiled) throw new Error(compiled.message);
  const context = createMatchContext(languageById(language).convert(parse(language, one.code)), { left: 1_000_000 });
  const matches = matchFormula(compiled, context);
  const { needs } = compiled;
  const possible = needs.length === 0 || needs.some((set) => set.every((word) => context.texts.has(word)));
  expect(possible || matches.length === 0, `the index would have left this rule out: ${JSON.stringify(needs)}`).to.equal(true);
  const lines = indexLines(one.code);
  return [...new Set(matches.map(({ span }) => lines.positionAt(span.start).line + 1))];
}

let total = 0;
for (const language of ["javascript", "typescript", "python"] as const) {
  const cases = parseYaml(readFileSync(join(__dirname, `${language}.yaml`), "utf8")) as readonly Case[];
  total += cases.length;
  describe(`search as Semgrep reports it: ${language}`, () => {
    for (const one of cases)
      it(`${one.name}${one.lines ? ` (differs: ${one.why})` : ""}`, async () => {
        expect(linesOf(language, one, await loadParse())).to.deep.equal(one.lines ?? one.semgrep);
        expect(one.lines === undefined, "a difference needs a reason, and a reason a difference").to.equal(one.why === undefined);
      });
  });
}

describe("the table of search cases", () => {
  it("has at least 120 cases", () => expect(total).to.be.at.least(120));
});
