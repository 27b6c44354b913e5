import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createEngine } from "../../../../server/engine/analyze.ts";
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
