import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse as parseYaml, stringify } from "yaml";
import { createEngine, type SourceFile } from "../../../server/engine/analyze.ts";
import type { Finding } from "../../../server/engine/findings/finding.ts";
import { loadRules } from "../../../server/engine/rules/loadRules.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import type { LanguageId } from "../../../server/engine/tree/rawTree.ts";
import { resourceFolder } from "../../../server/host/resources.ts";
import { createParser, type Parser } from "../../../server/parser/parser.ts";
import { differenceOf, expectDocumented, expectPrecise, preciseOptions, type Recorded } from "../profiles.ts";

interface Case extends Recorded {
  readonly name: string;
  readonly rule?: Record<string, unknown>;
  readonly extension?: string;
  readonly code: string;
  /** What Semgrep says there, where a case is about that. */
  readonly messages?: readonly string[];
}

const defaults = {
  mode: "taint",
  "pattern-sources": [{ pattern: "source(...)" }],
  "pattern-sinks": [{ pattern: "sink(...)" }],
  "pattern-sanitizers": [{ pattern: "clean(...)" }],
};

const parsers = new Map<string, Parser>();

const languages: Readonly<Record<string, readonly LanguageId[]>> = {
  javascript: ["javascript"],
  python: ["python"],
  typescript: ["typescript", "tsx"],
};
const extensions: Readonly<Record<string, string>> = { javascript: "jsx", python: "py", typescript: "ts" };

/** @param neighbour Another rule that differs in its sinks runs as well; what it finds is left out. */
function findingsOf(language: string, one: Case, profile: "documented" | "precise", neighbour = false): readonly Finding[] {
  const own = one.rule ?? {};
  const options = profile === "precise" ? preciseOptions(own) : { ...(own.options as object | undefined) };
  const parts = own.taint ? {} : defaults;
  const rule = { ...parts, message: "m", ...own, options, id: "r", languages: [language], severity: "ERROR" };
  const anyCall = own.taint ? { taint: { ...own.taint, sinks: ["$F(...)"] } } : { "pattern-sinks": [{ pattern: "$F(...)" }] };
  const written = neighbour ? [rule, { ...rule, ...anyCall, id: "other" }] : [rule];
  const { rules, problems } = loadRules(stringify({ rules: written }), "case.yaml");
  expect(problems).to.deep.equal([]);
  const parser = parsers.get(language);
  if (!parser) throw new Error(`no parser for ${language}`);
  const engine = createEngine({ rules, parse: parser.parse });
  expect(engine.problems).to.deep.equal([]);
  const file: SourceFile = { path: `a.${one.extension ?? extensions[language]}`, text: one.code };
  const { findings, notReviewed } = engine.analyze(file);
  expect(notReviewed).to.deep.equal([]);
  return findings.filter(({ ruleId }) => ruleId === "r");
}

function linesOf(one: Case, findings: readonly Finding[]): number[] {
  const lines = indexLines(one.code);
  return [...new Set(findings.map(({ span }) => lines.positionAt(span.start).line + 1))];
}

/** The path leads from a source to a sink, and the finding stands at one of them. */
function expectPaths(findings: readonly Finding[]): void {
  for (const { path, span } of findings) {
    expect(path[0]?.role).to.equal("source");
    expect(path.at(-1)?.role).to.equal("sink");
    expect([path[0]?.span, path.at(-1)?.span]).to.deep.include(span);
  }
}

const files = readdirSync(__dirname).filter((name) => name.endsWith(".yaml"));
const casesIn = (file: string): readonly Case[] => parseYaml(readFileSync(join(__dirname, file), "utf8")) as readonly Case[];

for (const file of files) {
  const language = file.replace(/[-.].*/, "");
  describe(`taint as Semgrep reports it: ${file}`, () => {
    before(async () => {
      if (parsers.has(language)) return;
      const parser = await createParser(join(resourceFolder(), "grammars"));
      await parser.load(languages[language] ?? []);
      parsers.set(language, parser);
    });
    for (const one of casesIn(file)) {
      it(`${one.name}${differenceOf(one, "documented")}`, () => {
        const findings = findingsOf(language, one, "documented");
        expectDocumented(one, linesOf(one, findings));
        expectPaths(findings);
        if (one.messages) expect([...new Set(findings.map(({ message }) => message))].sort()).to.deep.equal(one.messages);
      });
      it(`${one.name}, beside a rule with other sinks`, () => {
        const alone = findingsOf(language, one, "documented");
        expect(findingsOf(language, one, "documented", true)).to.deep.equal(alone);
      });
      it(`${one.name}, precise${differenceOf(one, "precise")}`, () => {
        const findings = findingsOf(language, one, "precise");
        expectPrecise(one, linesOf(one, findings));
        expectPaths(findings);
      });
    }
  });
}

for (const family of [/^(java|type)script/, /^python/])
  it(`taint has at least 150 cases for ${family}`, () => {
    const cases = files.filter((file) => family.test(file)).flatMap(casesIn);
    expect(cases.length).to.be.at.least(150);
  });
