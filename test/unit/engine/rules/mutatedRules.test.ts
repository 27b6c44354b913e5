import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse as parseYaml, stringify } from "yaml";
import { createEngine } from "../../../../server/engine/analyze.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { mutateRules, mutateValue } from "../../../fuzz/mutateRules.ts";
import { seeded } from "../../../support/random.ts";
import { loadParse } from "../languages/trees.ts";

const cases = join(__dirname, "..", "..", "..", "conformance", "operators");

/** Rule files made of the recorded cases. */
function ruleTexts(): string[] {
  return ["javascript", "python", "generic", "regex"].flatMap((language) =>
    readdirSync(join(cases, language)).flatMap((file) => {
      const groups = parseYaml(readFileSync(join(cases, language, file), "utf8")) as { cases: { rule: object }[] }[];
      return groups.flatMap((group) =>
        group.cases.map(({ rule }) =>
          stringify({ rules: [{ id: "r", languages: [language], severity: "ERROR", message: "m $X", ...rule }] }),
        ),
      );
    }),
  );
}

const files = [
  { path: "a.js", text: 'function a(x) { f(x, "a-b"); h(g(f(1, 1))); return `t${x}`; }\n' },
  { path: "a.py", text: 'def a(x):\n    f(x, "a-b")\n    return h(g(f(1, 1)), k=[1, *x])\n' },
  { path: "a.txt", text: "server {\n  listen 443 ssl;\n}\nkey = value\n" },
];

describe("mutated rule files", () => {
  it("are refused or run, and never crash or take more steps than allowed", async () => {
    const parse = await loadParse();
    const random = seeded(20_250_101);
    const texts = ruleTexts();
    let loaded = 0;
    let refused = 0;
    for (let round = 0; round < 400; round++) {
      const whole = texts[Math.floor(random() * texts.length)] ?? "";
      const text = round % 2 === 0 ? mutateRules(whole, random) : stringify(mutateValue(parseYaml(whole), random));
      const { rules, problems } = loadRules(text, "r.yaml");
      for (const { place, message } of problems) {
        expect(message).to.not.equal("");
        expect(place.line).to.be.at.least(0);
      }
      loaded += rules.length;
      refused += problems.length;
      const engine = createEngine({ rules, parse, maxSteps: 100_000 });
      for (const file of files)
        for (const { reason, detail } of engine.analyze(file).notReviewed)
          expect(reason, `${detail}\n${text}`).to.be.oneOf(["syntax errors", "step limit"]);
    }
    expect(loaded).to.be.at.least(50);
    expect(refused).to.be.at.least(50);
  });
});
