import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect } from "chai";
import { createEngine, type Engine } from "../../server/engine/analyze.ts";
import type { Finding } from "../../server/engine/findings/finding.ts";
import { applyFix } from "../../server/engine/fixes/applyFix.ts";
import { offerFix, quickFixes } from "../../server/engine/fixes/offerFix.ts";
import { resourceFolder } from "../../server/host/resources.ts";
import { createParser, type Parser } from "../../server/parser/parser.ts";
import { readCatalog } from "../rules/ruleCatalog.ts";
import { type AttackCase, type CaseLanguage, readCases } from "./attackCases.ts";
import { type Outcome, runPrograms } from "./runPrograms.ts";

/** What is known of a case once it was scanned, fixed and run. */
interface Examined {
  readonly found: readonly Finding[];
  readonly foundRepaired: readonly Finding[];
  /** The text after all fixes of the case's rule; absent where there is none. */
  readonly fixedText?: string;
  readonly foundFixed: readonly Finding[];
  readonly vulnerable: Outcome;
  readonly repaired: Outcome;
  readonly fixed?: Outcome;
}

const rules = readCatalog().flatMap((entry) => entry.rules);
const withForms = rules.flatMap(({ id, fixes = [] }) =>
  fixes.flatMap(({ title, refuse }) => (refuse === undefined ? [`${id}: ${title}`] : [])),
);
/** "rule: title" of every fix that was run. */
const applied = new Set<string>();

for (const language of ["python", "javascript"] as const) {
  const cases = readCases(language);

  describe(`attacks on programs in ${language}`, function () {
    this.timeout(180_000);
    let scratch: string;
    let examined: ReadonlyMap<string, Examined>;

    before(async () => {
      scratch = mkdtempSync(join(tmpdir(), "linewarden-attacks-"));
      examined = await examine(language, cases, scratch);
    });
    after(() => rmSync(scratch, { recursive: true, force: true }));

    it("there are thirty at least", () => expect(cases.length).to.be.at.least(30));

    for (const one of cases)
      it(`${one.name}: ${one.about}`, () => {
        const seen = examined.get(one.name);
        if (!seen) throw new Error("It was not run.");
        const { vulnerable, repaired, fixed } = seen;
        expect(vulnerable.error ?? repaired.error ?? fixed?.error).to.equal(undefined);
        expect(vulnerable.good, "good use gives something").to.be.ok;
        expect(repaired.good, "good use of the repaired program").to.deep.equal(vulnerable.good);
        expect(vulnerable.attack, "the attack on the vulnerable program").to.be.ok;
        expect(repaired.attack, "the attack on the repaired program").to.equal(null);
        expect(ids(seen.found), "findings in the vulnerable program").to.include(one.rule);
        expect(ids(seen.foundRepaired.filter(matters)), "findings in the repaired program").to.deep.equal([]);
        expect(ids(seen.foundRepaired), "findings in the repaired program").to.not.include(one.rule);
        if (!fixed) return;
        expect(fixed.good, seen.fixedText).to.deep.equal(vulnerable.good);
        expect(fixed.attack, seen.fixedText).to.equal(null);
        expect(ids(seen.foundFixed), seen.fixedText).to.not.include(one.rule);
      });
  });
}

describe("the fixes", () => {
  it("by forms were each run against an attack", () => {
    expect(new Set(withForms).size).to.be.at.least(60);
    expect(withForms.filter((form) => !applied.has(form))).to.deep.equal([]);
  });

  it("that need code were each run against an attack", () => {
    const run = rules.filter(({ id }) => [...applied].some((form) => form.startsWith(`${id}: `)));
    expect(new Set(run.flatMap(({ metadata }) => metadata.quickFix ?? []))).to.deep.equal(new Set(Object.keys(quickFixes)));
  });
});

function ids(findings: readonly Finding[]): string[] {
  return findings.map(({ ruleId }) => ruleId);
}

function matters({ severity }: Finding): boolean {
  return severity !== "low";
}

async function examine(
  language: CaseLanguage,
  cases: readonly AttackCase[],
  scratch: string,
): Promise<ReadonlyMap<string, Examined>> {
  const parser = await createParser(join(resourceFolder(), "grammars"));
  await parser.load([language, "typescript", "tsx"]);
  const engine = createEngine({ rules, parse: parser.parse });
  const scanned = cases.map((one) => {
    const text = readFileSync(one.vulnerable, "utf8");
    const findingsIn = (content: string, file: string) => engine.analyze({ path: basename(file), text: content }).findings;
    const fixedText = fixAll(engine, parser, one, text);
    const fixedFile = join(scratch, `${one.name}.${basename(one.vulnerable)}`);
    if (fixedText !== text) writeFileSync(fixedFile, fixedText);
    return {
      found: findingsIn(text, one.vulnerable),
      foundRepaired: findingsIn(readFileSync(one.repaired, "utf8"), one.repaired),
      foundFixed: fixedText === text ? [] : findingsIn(fixedText, one.vulnerable),
      ...(fixedText === text ? {} : { fixedText, fixedFile }),
    };
  });
  // Short names: a browser's socket in such a folder may have a hundred characters.
  const folderOf = (index: number, variant: number): string => join(scratch, `${index}-${variant}`);
  const runs = cases.flatMap((one, index) =>
    [one.vulnerable, one.repaired, scanned[index]?.fixedFile].flatMap((program, variant) =>
      program === undefined ? [] : [{ proof: one.proof, program, scratch: folderOf(index, variant) }],
    ),
  );
  const outcomes = await runPrograms(language, runs);
  const outcomeOf = (index: number, variant: number): Outcome | undefined =>
    outcomes[runs.findIndex((run) => run.scratch === folderOf(index, variant))];
  return new Map(
    cases.flatMap((one, index) => {
      const [vulnerable, repaired, fixed] = [0, 1, 2].map((variant) => outcomeOf(index, variant));
      const seen = scanned[index];
      return seen && vulnerable && repaired ? [[one.name, { ...seen, vulnerable, repaired, ...(fixed ? { fixed } : {}) }]] : [];
    }),
  );
}

/** Every verified fix of the case's rule, one after the other. */
function fixAll(engine: Engine, parser: Parser, one: AttackCase, original: string): string {
  let text = original;
  for (let round = 0; round < 20; round++) {
    const file = { path: basename(one.vulnerable), text };
    const fix = engine
      .analyze(file)
      .findings.filter(({ ruleId }) => ruleId === one.rule)
      .map((finding) => offerFix(engine, parser.parse, file, finding))
      .find((offered) => offered !== undefined && "edits" in offered);
    if (!fix || !("edits" in fix)) break;
    applied.add(`${one.rule}: ${fix.title}`);
    text = applyFix(text, fix);
  }
  return text;
}
