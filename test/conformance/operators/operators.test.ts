/** The operators of the rule language against what Semgrep reports; every difference has its reason. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse as parseYaml, stringify } from "yaml";
import { createEngine } from "../../../server/engine/analyze.ts";
import { loadRules } from "../../../server/engine/rules/loadRules.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import type { ParseText } from "../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../../unit/engine/languages/trees.ts";
import { differenceOf, expectDocumented, expectPrecise, preciseOptions, type Recorded } from "../profiles.ts";

interface Case extends Recorded {
  readonly name: string;
  /** A rule without id, severity, languages and, as a rule, message. */
  readonly rule: Record<string, unknown>;
  /** The messages, and the texts that fixes put in place of the matches, in source order. */
  readonly texts?: readonly string[];
  readonly fixes?: readonly string[];
  /** Where the matches stand, as `line:column-line:column`, in the documented profile: what a fix replaces. */
  readonly ranges?: readonly string[];
  /** The rule is not run here: what is said about it. */
  readonly problem?: string;
}

interface Group {
  readonly code: string;
  readonly cases: readonly Case[];
}

const extensions: Readonly<Record<string, string>> = {
  javascript: "js",
  typescript: "ts",
  python: "py",
  generic: "txt",
  regex: "txt",
};
/** 2026-01-01, so that cases with `today()` stay as they are. */
const now = 1_767_225_600;

function run(language: string, code: string, rule: Record<string, unknown>, parse: ParseText) {
  const whole = { languages: [language], message: "m", ...rule, id: "r", severity: "ERROR" };
  const { rules, problems } = loadRules(stringify({ rules: [whole] }), "case.yaml");
  const engine = createEngine({ rules, parse, now: () => now });
  const analysis = engine.analyze({ path: `code.${extensions[language]}`, text: code });
  const index = indexLines(code);
  const lines = analysis.findings.map(({ span }) => index.positionAt(span.start).line + 1);
  const at = (offset: number): string => {
    const { line, character } = index.positionAt(offset);
    return `${line + 1}:${character + 1}`;
  };
  const ranges = analysis.findings.map(({ span }) => `${at(span.start)}-${at(span.end)}`);
  const told = [...problems, ...engine.problems].map(({ message }) => message);
  return { problems: told, lines: [...new Set(lines)], ranges: [...new Set(ranges)], analysis };
}

let total = 0;
for (const language of Object.keys(extensions))
  for (const file of readdirSync(join(__dirname, language)).sort()) {
    const groups = parseYaml(readFileSync(join(__dirname, language, file), "utf8")) as readonly Group[];
    describe(`operators as Semgrep reports them: ${language}, ${file.replace(".yaml", "")}`, () => {
      for (const { code, cases } of groups)
        for (const one of cases) {
          total++;
          it(`${one.name}${differenceOf(one, "documented")}`, async () => {
            const { lines, ranges, analysis, problems } = run(language, code, one.rule, await loadParse());
            expect(problems).to.deep.equal(one.problem === undefined ? [] : [one.problem]);
            expectDocumented(one, lines);
            // Messages stand on one line here.
            const texts = one.texts?.map((text) => text.replace(/\s+/g, " ").trim());
            if (texts) expect(analysis.findings.map(({ message }) => message.trim())).to.deep.equal(texts);
            if (one.fixes) expect(analysis.findings.map(({ fixText }) => fixText ?? "")).to.deep.equal(one.fixes);
            if (one.ranges) expect(ranges).to.deep.equal(one.ranges);
            expect(analysis.notReviewed.filter(({ reason }) => reason !== "syntax errors")).to.deep.equal([]);
          });
          it(`${one.name}, precise${differenceOf(one, "precise")}`, async () => {
            const rule = { ...one.rule, options: preciseOptions(one.rule) };
            expectPrecise(one, run(language, code, rule, await loadParse()).lines);
          });
        }
    });
  }

describe("the table of operator cases", () => {
  it("has at least 150 cases", () => expect(total).to.be.at.least(150));
});
