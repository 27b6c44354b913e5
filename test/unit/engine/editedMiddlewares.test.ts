/** Edits of a file whose handlers rely on what a middleware before them has checked. */

import { join } from "node:path";
import { expect } from "chai";
import { createEngine, type Engine, type SourceFile } from "../../../server/engine/analyze.ts";
import { editedPart, editIn, looksAtWholeFile, mergeEdit } from "../../../server/engine/editedPart.ts";
import { defaultRules } from "../../../server/host/ruleFiles.ts";
import { createParser } from "../../../server/parser/parser.ts";

const rules = defaultRules();
const readsText = (id: string): boolean => rules.some((rule) => rule.id === id && looksAtWholeFile(rule));
const filler = Array.from({ length: 60 }, (_, n) => `function other${n}(a) {\n  return a + ${n};\n}\n`).join("");

function fileWith(middleware: string, checked: string, value: string): SourceFile {
  const text = `const cp = require("node:child_process");
const express = require("express");
const router = express.Router();
${middleware.replace("CHECKED", checked)}
${filler}router.get("/run", (req, res) => {
  const n = ${value};
  cp.exec("tool " + req.query.name);
  res.json(n);
});
`;
  return { path: "a.js", text };
}

const check = 'if (!["a", "b"].includes(req.query.CHECKED)) return res.status(400).end();\n  next();';
const ways: Readonly<Record<string, string>> = {
  "with a name": `function check(req, res, next) {\n  ${check}\n}\nrouter.use(check);`,
  "where it is handed over": `router.use((req, res, next) => {\n  ${check}\n});`,
  "that a function makes": `function allow(list) {\n  return (req, res, next) => {\n  ${check}\n  };\n}\nrouter.use(allow(["a", "b"]));`,
};

describe("an edit of a file with middlewares", () => {
  let engine: Engine;
  before(async () => {
    const parser = await createParser(join(__dirname, "../../..", "dist/grammars"));
    await parser.load(["javascript"]);
    engine = createEngine({ rules, parse: parser.parse });
  });
  const found = (one: SourceFile) => engine.analyze(one).findings.map(({ ruleId }) => ruleId);
  const foundAfter = (first: SourceFile, second: SourceFile): string[] => {
    const tree = engine.treeOf(first);
    const edited = tree && editIn(tree, second.text);
    const now = engine.treeOf(second);
    expect(edited && now).to.not.equal(undefined);
    const part = edited && now && editedPart(edited, now);
    if (!part) return found(second);
    const merged = mergeEdit(engine.analyze(first), engine.analyze(second, undefined, part.tree), part, readsText);
    return merged.findings.map(({ ruleId }) => ruleId);
  };

  for (const [way, middleware] of Object.entries(ways)) {
    it(`in the handler keeps what a middleware ${way} has checked`, () => {
      const second = fileWith(middleware, "name", "2");
      expect(found(second)).to.not.include("javascript.os-command-injection");
      expect(foundAfter(fileWith(middleware, "name", "1"), second)).to.deep.equal(found(second));
    });

    it(`in a middleware ${way} is seen in the handler behind it`, () => {
      const second = fileWith(middleware, "other", "1");
      expect(found(second)).to.include("javascript.os-command-injection");
      expect(foundAfter(fileWith(middleware, "name", "1"), second)).to.deep.equal(found(second));
      expect(foundAfter(second, fileWith(middleware, "name", "1"))).to.not.include("javascript.os-command-injection");
    });
  }

  const named = `function check(req, res, next) {\n  ${check}\n}\n`;
  for (const [title, asked] of [
    ["one path of a list", `${named}router.use(["/admin"], check);`],
    ["a path by its name", `const admin = "/admin";\n${named}router.use(admin, check);`],
    ["a path in a template", `${named}router.use(\`/admin\`, check);`],
    ["paths of a pattern", `${named}router.use(/^\\/admin/, check);`],
    [
      "another router of the same name",
      `${named}function admin() {\n  const router = express.Router();\n  router.use(check);\n  return router;\n}`,
    ],
    ["routes with a parameter", `${named}router.param("id", check);`],
  ])
    it(`a middleware for ${title} says nothing of the others`, () =>
      expect(found(fileWith(asked ?? "", "name", "1"))).to.include("javascript.os-command-injection"));
});
