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

interface Case {
  readonly name: string;
  readonly rule?: Record<string, unknown>;
  readonly extension?: string;
  readonly code: string;
  /** Lines that Semgrep reports, counted from one. */
  readonly semgrep: readonly number[];
  /** What Semgrep says there, where a case is about that. */
  readonly messages?: readonly string[];
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

const parsers = new Map<string, Parser>();

const languages: Readonly<Record<string, readonly LanguageId[]>> = {
  javascript: ["javascript"],
  python: ["python"],
  typescript: ["typescript", "tsx"],
};
const extensions: Readonly<Record<string, string>> = { javascript: "jsx", python: "py", typescript: "ts" };

function findingsOf(language: string, one: Case, profile: "documented" | "precise"): readonly Finding[] {
  const own = one.rule ?? {};
  const options = { ...(own.options as object | undefined), ...(profile === "precise" ? { linewarden: "precise" } : {}) };
  const parts = own.taint ? {} : defaults;
  const rule = { ...parts, message: "m", ...own, options, id: "r", languages: [language], severity: "ERROR" };
  const { rules, problems } = loadRules(stringify({ rules: [rule] }), "case.yaml");
  expect(problems).to.deep.equal([]);
  const parser = parsers.get(language);
  if (!parser) throw new Error(`no parser for ${language}`);
  const engine = createEngine({ rules, parse: parser.parse });
  expect(engine.problems).to.deep.equal([]);
  const file: SourceFile = { path: `a.${one.extension ?? extensions[language]}`, text: one.code };
  const { findings, notReviewed } = engine.analyze(file);
  expect(notReviewed).to.deep.equal([]);
  return findings;
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
      const documented = one.documented ?? one.semgrep;
      it(`${one.name}${one.why ? ` (differs: ${one.why})` : ""}`, () => {
        const findings = findingsOf(language, one, "documented");
        expect(linesOf(one, findings)).to.deep.equal(documented);
        expectPaths(findings);
        if (one.messages) expect([...new Set(findings.map(({ message }) => message))].sort()).to.deep.equal(one.messages);
        if (one.documented) expect(one.why, "a difference needs a reason").to.be.a("string");
      });
      it(`${one.name}, precise${one.precisely ? `: ${one.precisely}` : ""}`, () => {
        const findings = findingsOf(language, one, "precise");
        expect(linesOf(one, findings)).to.deep.equal(one.precise ?? documented);
        expectPaths(findings);
        if (one.precise) expect(one.precisely, "a difference needs a reason").to.be.a("string");
      });
    }
  });
}

for (const family of [/^(java|type)script/, /^python/])
  it(`taint has at least 150 cases for ${family}`, () => {
    const cases = files.filter((file) => family.test(file)).flatMap(casesIn);
    expect(cases.length).to.be.at.least(150);
  });
