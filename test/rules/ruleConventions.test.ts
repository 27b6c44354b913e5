import { join } from "node:path";
import { expect } from "chai";
import { quickFixes } from "../../server/engine/fixes/offerFix.ts";
import { compileFormula } from "../../server/engine/patterns/compileFormula.ts";
import { compileRegex } from "../../server/engine/patterns/compileRegex.ts";
import type { Rule } from "../../server/engine/rules/rule.ts";
import { resourceFolder } from "../../server/host/resources.ts";
import { createParser, type Parser } from "../../server/parser/parser.ts";
import { checklistItems } from "../../server/review/checklistItems.ts";
import { readCatalog } from "./ruleCatalog.ts";

const catalog = readCatalog();
const items = new Set<string>(checklistItems.map(({ id }) => id));

describe("conventions of the rules", () => {
  it("the catalog is not empty", () => {
    expect(catalog.filter(({ rules }) => rules.some(({ kind }) => kind === "finding")).length).to.be.at.least(90);
    expect(catalog.filter(({ rules }) => rules.some(({ kind }) => kind === "topic")).length).to.be.at.least(8);
  });

  it("a rule yields to rules that there are, and never two to each other", () => {
    const yields = new Map(
      catalog.flatMap(({ rules }) =>
        rules.map((rule) => [rule.id, (rule.metadata.other["yields-to"] ?? []) as readonly string[]] as const),
      ),
    );
    for (const [id, others] of yields)
      for (const other of others)
        expect(yields.get(other), `${id} yields to ${other}`).to.be.an("array").that.does.not.include(id);
  });

  for (const { path, expectedId, rules, problems, tests } of catalog) {
    it(path, () => {
      expect(problems, "problems").to.deep.equal([]);
      expect(
        rules.map(({ id }) => id),
        "the id is folder and file name, one rule a file",
      ).to.deep.equal([expectedId]);
      expect(tests, "a test file beside the rule").to.not.deep.equal([]);
      for (const rule of rules) {
        expectMetadata(rule);
        if (rule.fix !== undefined || rule.fixes?.some(({ refuse }) => refuse === undefined))
          expect(
            tests.some(({ fixedText }) => fixedText !== undefined),
            "a .fixed file",
          ).to.equal(true);
        for (const { title, refuse } of rule.fixes ?? [])
          if (refuse === undefined) expect(title, "title").to.match(/^[A-Z].{5,60}[^.]$/);
          else expect(refuse, "refuse").to.match(/^[a-z].{15,120}[^.]$/);
        if (rule.fix !== undefined) {
          expect(rule.metadata.other["fix-title"], "fix-title").to.match(/^[A-Z].{5,60}[^.]$/);
        }
      }
    });
  }

  it("every item of the checklist that code can speak to has a topic or a finding rule", () => {
    const spoken = new Set(catalog.flatMap(({ rules }) => rules.flatMap(({ metadata }) => metadata.checklist)));
    const byCode = ["access-control", "inputs-validated", "no-secrets", "no-high-findings", "errors-leak-nothing"];
    const more = ["security-events-logged", "headers", "queries-parameterized", "uploads-validated", "rate-limits"];
    for (const id of [...byCode, ...more]) expect(spoken, id).to.include(id);
  });

  for (const language of ["javascript", "typescript", "tsx", "python"] as const)
    it(`${language} has a topic for each item that "not touched" can be said of`, () => {
      const topics = catalog.flatMap(({ rules }) => rules.filter(({ kind }) => kind === "topic"));
      const spoken = topics.filter(({ languages }) => languages.includes(language)).flatMap(({ metadata }) => metadata.checklist);
      expect(spoken).to.include.members([
        "access-control",
        "inputs-validated",
        "errors-leak-nothing",
        "security-events-logged",
        "headers",
        "queries-parameterized",
        "uploads-validated",
        "rate-limits",
      ]);
    });
});

describe("the patterns of fixes", () => {
  let parser: Parser;
  before(async () => {
    parser = await createParser(join(resourceFolder(), "grammars"));
    await parser.load(["javascript", "typescript", "tsx", "python"]);
  });

  it("compile for every language of their rule", () => {
    let compiled = 0;
    for (const rule of catalog.flatMap(({ rules }) => rules))
      for (const { formula } of rule.fixes ?? [])
        for (const language of rule.languages) {
          const result = compileFormula(formula, language, parser.parse);
          expect("kind" in result ? `${rule.id}: ${result.message}` : "", language).to.equal("");
          compiled++;
        }
    expect(compiled).to.be.at.least(60);
  });
});

function expectMetadata({ kind, message, metadata, profile }: Rule): void {
  const { cwe, owasp, references, why, checklist, quickFix } = metadata;
  expect(profile, "options.linewarden").to.equal("precise");
  expect(message, "one or two sentences").to.match(/^["A-Z].{20,300}\.$/s);
  expect(checklist, "checklist").to.not.deep.equal([]);
  for (const id of checklist) expect(items, `checklist item ${id}`).to.include(id);
  if (quickFix !== undefined) expect(Object.keys(quickFixes)).to.include(quickFix);
  if (kind === "topic") return;
  expect(why ?? "", "why it matters").to.match(/^.{30,300}\.$/s);
  expect(cwe, "cwe").to.not.deep.equal([]);
  for (const id of cwe) expect(id).to.match(/^CWE-\d+$/);
  expect(owasp, "owasp").to.not.deep.equal([]);
  for (const id of owasp) expect(id).to.match(/^A(0[1-9]|10):2025$/);
  expect(metadata.other.asvs, "asvs: section of ASVS 5").to.be.an("array").that.is.not.empty;
  for (const id of metadata.other.asvs as unknown[]) expect(id).to.match(/^V([1-9]|1[0-7])\.\d+$/);
  for (const id of (metadata.other.llm ?? []) as unknown[]) expect(id).to.match(/^LLM(0[1-9]|10):2025$/);
  const definitions = cwe.map((id) => `https://cwe.mitre.org/data/definitions/${id.slice(4)}.html`);
  expect(definitions, "first reference").to.include(references[0]);
  for (const link of references) expect(new URL(link).protocol, link).to.match(/^https?:$/);
  expect(references.length, "a reference of the vendor or of OWASP too").to.be.at.least(2);
}

/** Texts on which a regex with nested or overlapping repetition needs exponential or high polynomial time. */
const probes: readonly ((length: number) => string)[] = [
  (length) => `${"a".repeat(length)}!`,
  (length) => `${"a1".repeat(length / 2)}\n`,
  (length) => `${" ".repeat(length)}x`,
  (length) => `"${"\\".repeat(length)}`,
  (length) => `${"a.".repeat(length / 2)}!`,
  (length) => `${"a_".repeat(length / 2)}-`,
  (length) => `\`https://${"a".repeat(length)}`,
  (length) => `${"(".repeat(length / 2)}${")".repeat(length / 2)}`,
  (length) => `"SELECT ${" set ".repeat(length / 5)}`,
  (length) => `f"${"{".repeat(length)}`,
  (length) => `${"password".repeat(length / 8)}=`,
  (length) => `eyJ${"A".repeat(length)}.`,
];

describe("regexes of the rules", () => {
  const sources = new Map<string, boolean>();
  for (const { rules } of catalog) for (const rule of rules) collectRegexes(rule.body, sources);

  it("are found", () => expect(sources.size).to.be.at.least(50));

  // Linear and quadratic ones need a few milliseconds. The lengths grow, so that an exponential one fails before it hangs. Processor time,
  // and the best of three, so that a busy machine does not decide.
  for (const [source, anchored] of sources)
    it(source.slice(0, 100), () => {
      const regex = compileRegex(source, { trusted: true });
      if (typeof regex === "string") throw new Error(regex);
      const run = anchored ? regex.testStart : regex.test;
      for (const probe of probes) {
        const text = probe(3000);
        expect(
          bestOfThree(() => run(text)),
          `processor milliseconds for ${probe(8)}`,
        ).to.be.below(300);
      }
    }).timeout(20_000);
});

function bestOfThree(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && best > 50; round++) {
    const before = process.cpuUsage();
    work();
    best = Math.min(best, process.cpuUsage(before).user / 1000);
  }
  return best;
}

/** Regexes stand in the formulas as `{op: "regex", source}`; those of a condition begin at the start of the text. */
function collectRegexes(value: unknown, into: Map<string, boolean>): void {
  if (Array.isArray(value)) for (const item of value) collectRegexes(item, into);
  else if (typeof value === "object" && value !== null) {
    if ("op" in value && value.op === "regex" && "source" in value) into.set(String(value.source), "metavariable" in value);
    for (const item of Object.values(value)) collectRegexes(item, into);
  }
}
