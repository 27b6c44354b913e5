/** What is kept of imported files from one analysis to the next changes nothing of what is found. */

import { expect } from "chai";
import { createEngine, type Engine } from "../../../../server/engine/analyze.ts";
import type { FileAnalysis } from "../../../../server/engine/findings/finding.ts";
import type { ReadText } from "../../../../server/engine/modules/resolveModule.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { defaultRules } from "../../../../server/host/ruleFiles.ts";
import { pick, type Random, seeded } from "../../../support/random.ts";
import { engineOf, loadParser, taintRule } from "../findings/engineFor.ts";
import { precise } from "./findAcross.ts";

const names = ["a", "b", "c", "d", "e"];

/** A module of a few functions that call those of others, which may call back. */
function moduleText(random: Random, own: string, ends: readonly string[]): string {
  const others = names.filter((name) => name !== own && pick(random, 2) === 0);
  const call = (value: string): string => {
    const other = others[pick(random, Math.max(1, others.length))];
    return other ? `${other}.${pick(random, 2) === 0 ? "run" : "get"}(${value})` : value;
  };
  const body = (): string => ends[pick(random, ends.length)]?.replace("X", pick(random, 3) === 0 ? call("x") : "x") ?? "";
  return [
    ...others.map((name) => `const ${name} = require("./${name}");`),
    `function run(x) {\n  ${body()}\n  return ${call("x")};\n}`,
    `function get(x) {\n  return ${pick(random, 2) === 0 ? call("x") : `x + ${pick(random, 9)}`};\n}`,
    `exports.start = (req) => { ${call("req.query.id")}; ${call("source()")}; };`,
    pick(random, 5) === 0 ? "" : "exports.run = run;",
    "exports.get = get;",
  ].join("\n");
}

function compareSteps(seed: number, steps: number, ends: readonly string[], kept: Engine, anew: () => Engine): number {
  const random = seeded(seed);
  const texts = new Map<string, string | undefined>(names.map((name) => [`${name}.js`, moduleText(random, name, ends)]));
  const read = (path: string): string | undefined => texts.get(path);
  let all = 0;
  for (let step = 0; step < steps; step++) {
    const changed = names[pick(random, names.length)] ?? "a";
    texts.set(`${changed}.js`, pick(random, 8) === 0 ? undefined : moduleText(random, changed, ends));
    // The one that is edited, or another one that may import it.
    const path = `${pick(random, 2) === 0 ? changed : (names[pick(random, names.length)] ?? "a")}.js`;
    const text = texts.get(path);
    if (text === undefined) continue;
    const [now, expected] = [kept, anew()].map((engine) =>
      engine.analyze({ path, text }, undefined, undefined, (one) => read(one)),
    );
    if (!now || !expected) continue;
    // What was found out before costs no steps again, and it may be asked for a file more whether it is still the same.
    const facts = ({ steps: _, imports: __, ...rest }: FileAnalysis) => rest;
    expect(facts(now), `seed ${seed}, step ${step}: ${path}`).to.deep.equal(facts(expected));
    expect(now.imports ?? []).to.include.members([...(expected.imports ?? [])]);
    all += now.findings.length;
  }
  return all;
}

describe("imported files that are kept between analyses", () => {
  let parse: ParseText;
  before(async () => {
    ({ parse } = await loadParser());
  });

  const own = [
    { ...precise, id: "one" },
    { ...precise, id: "two", "pattern-sinks": [{ pattern: "other(...)" }] },
    { ...taintRule, id: "three" },
  ];
  for (const seed of [1, 2, 3, 4, 5])
    it(`give what fresh ones give, while they change and call one another: ${seed}`, () => {
      const found = compareSteps(seed, 120, ["sink(X);", "other(X);", "clean(X);", "this.x = X;"], engineOf(own), () =>
        engineOf(own),
      );
      expect(found).to.be.above(5);
    });

  /** As rules that come with the program, which are looked at together. */
  const family = (): Engine =>
    createEngine({ rules: engineOf(own).rules.map((rule) => ({ ...rule, trusted: true as const })), parse });

  for (const seed of [11, 12, 13, 14, 15, 16])
    it(`give what fresh ones give to rules that are looked at together: ${seed}`, () => {
      expect(compareSteps(seed, 60, ["sink(X);", "other(X);", "clean(X);", "this.x = X;"], family(), family)).to.be.above(5);
    });

  let shared = 0;
  for (const seed of [21, 22, 23, 24, 25, 26, 27, 28])
    it(`give the same in any order, where files share what is found out: ${seed}`, () => {
      const random = seeded(seed);
      const texts = new Map(
        names.map((name) => [`${name}.js`, moduleText(random, name, ["sink(X);", "other(X);", "this.x = X;"])]),
      );
      const findingsOf = (engine: Engine, path: string, read: ReadText): string[] =>
        engine
          .analyze({ path, text: texts.get(path) ?? "" }, undefined, undefined, read)
          .findings.map(({ ruleId, span }) => `${path} ${ruleId} ${span.start}`);
      const paths = [...texts.keys()];
      const alone = paths.flatMap((path) => findingsOf(family(), path, (one) => texts.get(one)));
      for (const order of [paths, paths.toReversed()]) {
        const engine = family();
        const still = Object.assign((one: string) => texts.get(one), { still: true });
        const together = order.flatMap((path) => findingsOf(engine, path, still));
        expect(together.toSorted(), `from ${order[0]} on`).to.deep.equal(alone.toSorted());
        shared += together.length;
      }
    });

  it("found something in these", () => {
    expect(shared).to.be.above(20);
  });

  for (const [about, texts] of [
    [
      "a sink in the file that was analysed before",
      {
        "home.js":
          'const mid = require("./mid");\nexports.finish = (x) => { sink(x); };\nexports.start = () => { mid.run(source()); other(source()); };',
        "mid.js": 'const home = require("./home");\nfunction run(x) {\n  home.finish(x);\n}\nexports.run = run;',
        "app.js": 'const mid = require("./mid");\nmid.run(source());\nother(1);',
      },
    ],
    [
      "a source in the file that was analysed before",
      {
        "home.js":
          'const mid = require("./mid");\nexports.read = () => source();\nexports.start = () => { mid.get(); other(source()); };',
        "mid.js": 'const home = require("./home");\nexports.get = () => home.read();',
        "app.js": 'const mid = require("./mid");\nsink(mid.get());\nother(1);',
      },
    ],
    [
      "a sink that only one of two importers leads to",
      {
        "home.js":
          'const mid = require("./mid");\nexports.start = () => { mid.run(source(), log); other(source()); };\nfunction log() {}',
        "mid.js": "function run(x, f) {\n  f(x);\n}\nexports.run = run;",
        "app.js": 'const mid = require("./mid");\nmid.run(source(), (x) => sink(x));\nother(1);',
      },
    ],
  ] as const)
    it(`find ${about}`, () => {
      const project: Readonly<Record<string, string>> = texts;
      const engine = family();
      const still = Object.assign((one: string) => project[one], { still: true });
      const ofApp = ["home.js", "app.js"].map((path) =>
        engine.analyze({ path, text: project[path] ?? "" }, undefined, undefined, still).findings.map(({ ruleId }) => ruleId),
      )[1];
      expect(ofApp).to.deep.equal(["one"]);
    });

  it("come to an end where files call one another in circles", () => {
    const random = seeded(27);
    const texts = new Map(
      names.map((name) => [`${name}.js`, moduleText(random, name, ["sink(X);", "other(X);", "this.x = X;"])]),
    );
    const file = { path: "e.js", text: texts.get("e.js") ?? "" };
    const { findings, notReviewed, steps } = family().analyze(file, undefined, undefined, (one) => texts.get(one));
    expect(notReviewed).to.deep.equal([]);
    expect(findings).to.have.length(1);
    expect(steps).to.be.below(100_000);
  });

  it("give what fresh ones give for the rules that come with the program", async function () {
    this.timeout(120_000);
    const rules = defaultRules();
    const engine = (): Engine => createEngine({ rules, parse });
    const ends = ["eval(X);", 'require("child_process").exec(X);', 'require("fs").readFileSync(X);', "res.send(X);"];
    expect(compareSteps(6, 24, ends, engine(), engine)).to.be.above(5);
  });
});
