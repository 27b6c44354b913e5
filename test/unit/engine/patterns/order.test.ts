import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { languageById, languageOfPath } from "../../../../server/engine/languages/registry.ts";
import { type CompiledFormula, compileFormula } from "../../../../server/engine/patterns/compileFormula.ts";
import type { MatchContext } from "../../../../server/engine/patterns/match.ts";
import { createMatchContext } from "../../../../server/engine/patterns/matchContext.ts";
import { matchFormula } from "../../../../server/engine/patterns/matchFormula.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import type { Formula } from "../../../../server/engine/rules/rule.ts";
import type { LanguageId } from "../../../../server/engine/tree/rawTree.ts";
import { readModels } from "../../../rules/ruleCatalog.ts";
import { loadParse } from "../languages/trees.ts";

const folder = join(__dirname, "../../../../rules");

async function compile(formula: Formula, language: LanguageId, precise: boolean): Promise<CompiledFormula> {
  const compiled = compileFormula(formula, language, await loadParse(), { trusted: true, precise });
  if ("kind" in compiled) throw new Error(compiled.message);
  return compiled;
}

async function contextOf(language: LanguageId, text: string): Promise<MatchContext> {
  const parse = await loadParse();
  return createMatchContext(languageById(language).convert(parse(language, text)), { left: 50_000_000 }, { precise: true });
}

/** Whether a choice of what lies around stands beside a pattern: it may come after what is excluded. */
function mayBeReordered(formula: Formula): boolean {
  if (formula.op === "any") return formula.of.some(mayBeReordered);
  if (formula.op !== "all") return false;
  return formula.of.some((part) => (part.op === "any" && part.of.every(isAround)) || mayBeReordered(part));
}

function isAround(formula: Formula): boolean {
  return formula.op === "inside" || (formula.op === "all" && formula.of.some(isAround));
}

function formulaOf(patterns: string): Formula {
  const { rules } = loadRules(
    `rules:\n  - id: r\n    languages: [javascript]\n    severity: ERROR\n    message: M\n    patterns:\n${patterns}`,
    "r.yaml",
  );
  const body = rules[0]?.body;
  if (body?.mode !== "search") throw new Error("a rule that searches was expected");
  return body.formula;
}

describe("the order in which parts of a formula are asked for", () => {
  for (const language of ["javascript", "python"])
    it(`changes nothing of what the rules of ${language} find`, async function () {
      this.timeout(120_000);
      const models = readModels();
      const names = readdirSync(join(folder, language));
      let found = 0;
      for (const name of names.filter((one) => one.endsWith(".yaml"))) {
        const { rules } = loadRules(readFileSync(join(folder, language, name), "utf8"), name, models);
        const stem = name.slice(0, -".yaml".length);
        for (const file of names.filter((one) => one.startsWith(`${stem}.`) && !one.includes(".fixed."))) {
          const id = languageOfPath(file);
          if (!id) continue;
          const text = readFileSync(join(folder, language, file), "utf8");
          const context = await contextOf(id, text);
          for (const { body } of rules) {
            if (body.mode !== "search" || !mayBeReordered(body.formula)) continue;
            const usual = await compile(body.formula, id, true);
            const [spans, others] = [usual, await compile(body.formula, id, false)].map((formula) =>
              matchFormula(formula, context).map(({ span }) => `${span.start}-${span.end}`),
            );
            expect(spans, file).to.deep.equal(others);
            found += spans?.length ?? 0;
          }
        }
      }
      expect(found).to.be.greaterThan(0);
    });

  for (const [title, patterns, code, expected] of [
    [
      "a name that was found is the same in quotes",
      `      - pattern: use($KEY)
      - pattern-inside: |
          const $FORM = {..., $KEY: $DEFAULT, ...};
          ...
`,
      'const form = { "name": "" };\nuse(name);\nuse(other);\n',
      ["use(name)"],
    ],
    [
      "a private field is the same wherever it stands",
      `      - pattern: this.$FIELD.run($X)
      - pattern-inside: "class $C { ... $M(...) { ... this.$FIELD = $Y; ... } ... }"
`,
      "class A {\n  #db;\n  open() {\n    this.#db = connect();\n  }\n  go(x) {\n    this.#db.run(x);\n    this.other.run(x);\n  }\n}\n",
      ["this.#db.run(x)"],
    ],
    [
      "what a sequence binds is not free for what is excluded",
      `      - pattern: send($WHAT)
      - pattern-inside: |
          const $SAFE = clean($ANY);
          ...
      - pattern-not: send($SAFE)
`,
      "const a = clean(b);\nsend(a);\nsend(b);\n",
      ["send(b)"],
    ],
    [
      "what is excluded before a sequence is excluded all the same",
      `      - pattern: send($WHAT, ...)
      - pattern-either:
          - pattern-inside: |
              open($DOOR);
              ...
          - pattern-inside: |
              $DOOR = opened();
              ...
      - pattern-not: send($WHAT, true)
`,
      "open(door);\nsend(a);\nsend(b, true);\nconst f = () => send(c, 1);\n",
      ["send(a)", "send(c, 1)"],
    ],
  ] as const)
    it(title, async () => {
      for (const precise of [true, false]) {
        const found = matchFormula(
          await compile(formulaOf(patterns), "javascript", precise),
          await contextOf("javascript", code),
        );
        expect(found.map(({ span }) => code.slice(span.start, span.end))).to.deep.equal(expected);
      }
    });
});
