import { join } from "node:path";
import { expect } from "chai";
import { removedInText } from "../../server/changes/removedInText.ts";
import { createEngine } from "../../server/engine/analyze.ts";
import { loadRules } from "../../server/engine/rules/loadRules.ts";
import { type RuleTestRun, runRuleTests } from "../../server/engine/rules/testRules.ts";
import { indexLines } from "../../server/engine/tree/lineIndex.ts";
import { resourceFolder } from "../../server/host/resources.ts";
import { runRuleTest } from "../../server/host/runRuleTest.ts";
import { createParser, type Parser } from "../../server/parser/parser.ts";
import { type CatalogEntry, type RuleTestFile, readCatalog } from "./ruleCatalog.ts";

const catalog = readCatalog();

describe("every rule on its test file", () => {
  let parser: Parser;
  before(async () => {
    parser = await createParser(join(resourceFolder(), "grammars"));
    await parser.load(["javascript", "typescript", "tsx", "python"]);
  });

  for (const entry of catalog)
    for (const file of entry.tests)
      it(`${entry.expectedId} on ${file.path}`, () => {
        const run = runOn(entry, file, parser);
        expect(run.problems, "problems of the rule").to.deep.equal([]);
        expect(run.unknownIds, "ids in comments that no rule has").to.deep.equal([]);
        expect(differences(file, run)).to.deep.equal([]);
        if (run.fixed) expect(run.fixed.got, "after all fixes").to.equal(run.fixed.expected);
      });

  for (const entry of catalog) {
    const [rule] = entry.rules;
    const topic = rule?.kind === "topic";
    const [bad, good] = topic ? [1, 1] : [3, 3];
    it(`${entry.expectedId} has ${bad} bad and ${good} good cases at least`, () => {
      const runs = entry.tests.map((file) => runOn(entry, file, parser).results);
      const results = runs.flat().filter(({ ruleId }) => ruleId === rule?.id);
      expect(sum(results.map(({ expected }) => expected.length)), "bad").to.be.at.least(bad);
      expect(sum(results.map(({ okLines }) => okLines)), "good").to.be.at.least(good);
    });
  }

  // A rule alone may pass where the command line, which loads all rules and skips those whose words a file lacks, finds nothing.
  it("all rules loaded together find on each test file what the rule alone finds", function () {
    this.timeout(300_000);
    const rules = catalog.flatMap((entry) => entry.rules);
    const engine = createEngine({ rules, parse: parser.parse });
    expect(engine.problems, "problems of the rules").to.deep.equal([]);
    const wrong: string[] = [];
    let compared = 0;
    for (const entry of catalog)
      for (const file of entry.tests) {
        const { path, text, beforeText } = file;
        const { findings, topics, notReviewed } = engine.analyze({ path, text });
        const removed =
          beforeText === undefined
            ? []
            : removedInText(path, beforeText, text, (one) => engine.analyze({ path, text: one, guards: "only" }));
        wrong.push(...notReviewed.filter(({ reason }) => reason !== "unsupported language").map(({ detail }) => detail));
        const lines = indexLines(file.text);
        // A rule for files of certain names is not meant for its test file.
        if (entry.rules.some(({ paths }) => paths.include.length > 0)) continue;
        compared++;
        for (const { ruleId, expected } of runOn(entry, file, parser).results) {
          const hits = [...findings, ...removed, ...topics].filter((hit) => hit.ruleId === ruleId);
          const seen = new Set(hits.map(({ span }) => lines.positionAt(span.start).line));
          const yieldsTo = rules.find(({ id }) => id === ruleId)?.metadata.other["yields-to"];
          const covering = rules
            .filter(({ body }) => body.mode === "removed" && body.covers.includes(ruleId))
            .map(({ id }) => id);
          const told = [
            ...findings.filter((one) => Array.isArray(yieldsTo) && yieldsTo.includes(one.ruleId)),
            ...removed.filter((one) => covering.includes(one.ruleId)),
          ];
          const isTold = (line: number) => told.some(({ span }) => lines.positionAt(span.start).line === line);
          for (const line of expected)
            if (!seen.delete(line) && !isTold(line)) wrong.push(`${file.path}:${line + 1} lacks ${ruleId}`);
          for (const line of seen) wrong.push(`${file.path}:${line + 1} has ${ruleId}`);
        }
      }
    expect(wrong).to.deep.equal([]);
    expect(compared, "test files").to.be.at.least(140);
  });

  it("a match that no comment speaks of is a difference", () => {
    const { rules } = loadRules('rules: [{id: a.b, languages: [python], severity: LOW, message: m, pattern: "f()"}]', "a.yaml");
    const file = { path: "a.py", text: "f()\n# ok: a.b\ng()\n# ruleid: a.b\nh()\n", fixedText: undefined };
    const run = runRuleTests({ rules, file, parse: parser.parse });
    expect(differences(file, run)).to.deep.equal(["a.b is not expected in line 1: f()", "a.b is missing in line 5: h()"]);
  });
});

function runOn(entry: CatalogEntry, file: RuleTestFile, parser: Parser): RuleTestRun {
  const { path, text, fixedText, beforeText } = file;
  const beside = { ...(fixedText === undefined ? {} : { fixedText }), ...(beforeText === undefined ? {} : { beforeText }) };
  return runRuleTest(entry.rules, { path, text, ...beside }, parser);
}

/** One sentence each, with one-based lines. */
function differences(file: RuleTestFile, run: RuleTestRun): string[] {
  const lines = file.text.split("\n");
  const say = (id: string, what: string) => (line: number) => `${id} is ${what} in line ${line + 1}: ${lines[line]?.trim()}`;
  return run.results.flatMap(({ ruleId, missing, unexpected, notReviewed }) => [
    ...unexpected.map(say(ruleId, "not expected")),
    ...missing.map(say(ruleId, "missing")),
    ...notReviewed.map(({ reason, detail }) => `${ruleId}: ${reason}: ${detail}`),
  ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
