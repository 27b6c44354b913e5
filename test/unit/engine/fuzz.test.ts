import { expect } from "chai";
import { createFuzzer } from "../../fuzz/fuzzCase.ts";
import { loadParse } from "./languages/trees.ts";

/** `npm run fuzz` does the same without end. */
describe("bad input of every kind", function () {
  this.timeout(120_000);
  for (const [kind, count] of [
    ["bytes", 150],
    ["source", 60],
    ["rules", 400],
  ] as const)
    it(`${count} times ${kind}: no exception, and no more steps than allowed`, async () => {
      const { inputOf, run } = createFuzzer(await loadParse());
      const total = { findings: 0, rules: 0, problems: 0 };
      for (let seed = 1; seed <= count; seed++) {
        const input = inputOf(kind, seed);
        try {
          const { findings, rules, problems } = run(input);
          total.findings += findings;
          total.rules += rules;
          total.problems += problems;
        } catch (error) {
          expect.fail(`seed ${seed}: ${String(error)}\n${input.rules ?? ""}\n${input.text.slice(0, 2_000)}`);
        }
      }
      if (kind === "source") expect(total.findings).to.be.at.least(50);
      if (kind === "rules") expect(Math.min(total.rules, total.problems)).to.be.at.least(50);
      expect(inputOf(kind, 7)).to.deep.equal(inputOf(kind, 7));
    });
});
