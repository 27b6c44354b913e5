import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { languageById, languageOfPath } from "../../../../server/engine/languages/registry.ts";
import { compileFormula } from "../../../../server/engine/patterns/compileFormula.ts";
import { createMatchContext } from "../../../../server/engine/patterns/matchContext.ts";
import { matchFormula } from "../../../../server/engine/patterns/matchFormula.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { isForLanguage } from "../../../../server/engine/rules/models.ts";
import type { Formula, Rule } from "../../../../server/engine/rules/rule.ts";
import type { LanguageId } from "../../../../server/engine/tree/rawTree.ts";
import { readModels } from "../../../rules/ruleCatalog.ts";
import { loadParse } from "../languages/trees.ts";

const folder = join(__dirname, "../../../../rules");

function formulasOf({ body }: Rule, language: LanguageId): readonly Formula[] {
  if (body.mode === "search" || body.mode === "removed") return [body.formula];
  if (body.mode === "secrets" || body.mode === "routes") return [];
  const parts = [...body.sources, ...body.sinks, ...body.sanitizers];
  return parts.filter((part) => isForLanguage(part, language)).map(({ formula }) => formula);
}

describe("what the built-in rules need of a file", () => {
  for (const language of ["javascript", "typescript", "python"])
    it(`never leaves out a file in which a formula matches: ${language}`, async function () {
      this.timeout(120_000);
      const parse = await loadParse();
      const names = readdirSync(join(folder, language));
      const models = readModels();
      let matches = 0;
      for (const name of names.filter((one) => one.endsWith(".yaml"))) {
        const { rules } = loadRules(readFileSync(join(folder, language, name), "utf8"), name, models);
        const stem = name.slice(0, -".yaml".length);
        for (const file of names.filter((one) => one.startsWith(`${stem}.`) && !one.includes(".fixed."))) {
          const id = languageOfPath(file);
          if (!id) continue;
          const text = readFileSync(join(folder, language, file), "utf8");
          const context = createMatchContext(languageById(id).convert(parse(id, text)), { left: 50_000_000 }, { precise: true });
          for (const formula of rules.flatMap((rule) => formulasOf(rule, id))) {
            const compiled = compileFormula(formula, id, parse, { trusted: true });
            if ("kind" in compiled) throw new Error(`${name}: ${compiled.message}`);
            const { needs } = compiled;
            const found = matchFormula(compiled, context).length;
            const possible = needs.length === 0 || needs.some((set) => set.every((word) => context.texts.has(word)));
            expect(possible || found === 0, `${name}: ${JSON.stringify(needs)}`).to.equal(true);
            matches += found;
          }
        }
      }
      expect(matches).to.be.greaterThan(0);
    });
});

describe("a part of a formula", () => {
  it("is not looked for where the words of another part are missing", async () => {
    const parse = await loadParse();
    const yaml = `rules:
  - id: r
    languages: [python]
    message: m
    severity: ERROR
    pattern-either:
      - pattern: elsewhere
      - patterns:
          - pattern: $RUN($COMMAND)
          - pattern-inside: |
              $RUN = functools.partial(...)
              ...
      - patterns:
          - pattern: $OBJECT.$METHOD(...)
          - metavariable-regex: {metavariable: $METHOD, regex: '^(first|second)$'}
`;
    const [rule] = loadRules(yaml, "r.yaml", readModels()).rules;
    const [formula] = rule ? formulasOf(rule, "python") : [];
    const compiled = formula && compileFormula(formula, "python", parse, { trusted: true });
    if (!compiled || "kind" in compiled) throw new Error("The rule does not compile.");
    const calls = "start(1)\nitem.third()\n".repeat(100);
    const run = (text: string) => {
      const budget = { left: 100_000 };
      const context = createMatchContext(languageById("python").convert(parse("python", text)), budget, { precise: true });
      return { found: matchFormula(compiled, context).length, steps: 100_000 - budget.left };
    };
    expect(run(calls)).to.deep.equal({ found: 0, steps: 0 });
    expect(run(`import functools\nstart = functools.partial(print)\n${calls}`).found).to.equal(100);
    expect(run(`${calls}item.second()\n`).found).to.equal(1);
  });
});
