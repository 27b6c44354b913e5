import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createEngine } from "../../../../server/engine/analyze.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import type { Rule } from "../../../../server/engine/rules/rule.ts";
import { unpackRules } from "../../../../server/engine/rules/ruleBundle.ts";
import { RuleSet } from "../../../../server/engine/rules/ruleSet.ts";
import type { LanguageId, ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { loadParser } from "../findings/engineFor.ts";

const repositoryRoot = join(__dirname, "../../../..");

const bundled = (): readonly Rule[] =>
  unpackRules(JSON.parse(readFileSync(join(repositoryRoot, "dist/rules.json"), "utf8"))).rules;

/** What is found with each rule by itself: only rules that come with the program are looked at together. */
function alone(rules: readonly Rule[]): Rule[] {
  return rules.map(({ trusted: _, ...rule }) => rule);
}

/** Test files of rules whose data is a web request's: each has sources and sinks, and sanitizers between them. */
const kinds = [
  "sql-injection",
  "command-injection",
  "path-traversal",
  "ssrf",
  "reflected-xss",
  "open-redirect",
  "code-injection",
];

describe("families of rules", () => {
  let parse: ParseText;
  before(async () => {
    ({ parse } = await loadParser());
  });

  for (const [language, ending] of [
    ["javascript", ".js"],
    ["python", ".py"],
  ] as const) {
    const folder = join(repositoryRoot, "rules", language);
    const files = readdirSync(folder).filter((name) => kinds.some((kind) => name === `${kind}${ending}`));

    it(`hold the rules of ${language} that begin with the same data`, () => {
      const { rules } = new RuleSet(bundled(), parse).of(language as LanguageId);
      const families = new Set(rules.flatMap(({ family }) => family ?? []));
      const largest = [...families].map((family) => [...family.rules].map(({ id }) => id)).sort((a, b) => b.length - a.length)[0];
      expect(largest).to.include.members([`${language}.sql-injection`, `${language}.path-traversal`]);
      for (const { rules: members } of families) expect(members.size).to.be.greaterThan(1);
    });

    it(`give the findings of ${language} that the rules give one by one`, () => {
      expect(files.length).to.be.greaterThan(4);
      // One text with all of them, so that most rules have a sink and only some have data for it.
      const texts = files.map((name) => readFileSync(join(folder, name), "utf8"));
      const found = [bundled(), alone(bundled())].map((rules) => {
        const engine = createEngine({ rules: rules.filter(({ body }) => body.mode === "taint"), parse });
        return [...texts, texts.join("\n")].flatMap((text, at) => {
          const { findings, notReviewed } = engine.analyze({ path: `src/${at}${ending}`, text });
          expect(notReviewed.filter(({ reason }) => reason !== "syntax errors")).to.deep.equal([]);
          return findings.map(({ ruleId, span, path, evidence }) => ({ at, ruleId, span, path, evidence }));
        });
      });
      expect(found[0]?.length).to.be.greaterThan(50);
      expect(found[0]).to.deep.equal(found[1]);
    });
  }

  it("tell each rule of a sink behind a call, whatever its argument is to another rule", () => {
    const sinks = ["query($Q)", "concat(...)", "show(...)"];
    const text = `rules:\n${sinks.map((sink, at) => `  - {id: r${at}, languages: [javascript], severity: ERROR, message: M, options: {linewarden: precise}, mode: taint, pattern-sources: [{pattern: source()}], pattern-sinks: [{pattern: "${sink}"}]}\n`).join("")}`;
    const { rules, problems } = loadRules(text, "r.yaml");
    expect(problems).to.deep.equal([]);
    const code = "function run(q) {\n  query(q);\n}\nrun(concat(source()));\nshow(1);\n";
    const found = [rules.map((rule) => ({ ...rule, trusted: true as const })), rules].map((own) => {
      const engine = createEngine({ rules: own, parse });
      return engine.analyze({ path: "a.js", text: code }).findings.map(({ ruleId, span }) => `${ruleId} ${span.start}`);
    });
    expect(found[0]).to.deep.equal(found[1]);
    expect(found[0]?.map((one) => one.slice(0, 2)).sort()).to.deep.equal(["r0", "r1"]);
  });

  it("follow the text that is analysed, not the one that another file imported", () => {
    const read = Object.assign(
      (path: string) =>
        ({ "a.js": "require('./b');\nexports.go = (x) => sink(x);", "b.js": "const a = require('./a');\na.go(source());" })[path],
      {
        still: true,
      },
    );
    const { rules } = loadRules(
      "rules: [{id: r, languages: [javascript], severity: ERROR, message: M, options: {linewarden: precise}, mode: taint, pattern-sources: [{pattern: source()}], pattern-sinks: [{pattern: sink(...)}]}]",
      "r.yaml",
    );
    const engine = createEngine({ rules, parse });
    const linesOf = (path: string, text: string): number[] =>
      engine.analyze({ path, text }, undefined, undefined, read).findings.map(({ span }) => span.start);
    expect(linesOf("b.js", "const a = require('./a');\na.go(source());\nsink(source());")).to.have.length(2);
    expect(linesOf("a.js", "require('./b');\nsink(source());")).to.have.length(1);
  });

  it("follow data through other files for all of their rules", () => {
    const project: Readonly<Record<string, string>> = {
      "app.js":
        'const express = require("express");\nconst { find, fetchIt, show } = require("./lib");\nconst app = express();\napp.get("/a", (req, res) => {\n  find(req.query.id);\n  fetchIt("https://api.example.com/");\n  show(res, Number(req.query.id));\n});\n',
      "lib.js":
        'const db = new (require("better-sqlite3"))("x.db");\nfunction find(id) {\n  return db.prepare("SELECT * FROM t WHERE id = \'" + id + "\'").all();\n}\nfunction fetchIt(url) {\n  return fetch(url);\n}\nfunction show(res, id) {\n  res.send("<b>" + id + "</b>");\n}\nmodule.exports = { find, fetchIt, show };\n',
    };
    const found = [bundled(), alone(bundled())].map((rules) => {
      const engine = createEngine({ rules: rules.filter(({ body }) => body.mode === "taint"), parse });
      const read = Object.assign((path: string) => project[path], { still: true });
      return Object.entries(project).flatMap(([path, text]) =>
        engine
          .analyze({ path, text }, undefined, undefined, read)
          .findings.map(({ ruleId, span }) => `${path} ${ruleId} ${span.start}`),
      );
    });
    expect(found[0]).to.deep.equal(found[1]);
    expect(found[0]?.map((one) => one.split(" ").slice(0, 2).join(" "))).to.deep.equal([
      "app.js javascript.sql-injection",
      "lib.js javascript.sql-built-from-parameter",
    ]);
  });
});
