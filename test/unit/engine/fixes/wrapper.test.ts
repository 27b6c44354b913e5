import { join } from "node:path";
import { expect } from "chai";
import { createEngine, type Engine } from "../../../../server/engine/analyze.ts";
import { applyFix } from "../../../../server/engine/fixes/applyFix.ts";
import { offerFix } from "../../../../server/engine/fixes/offerFix.ts";
import { languageOfPath } from "../../../../server/engine/languages/registry.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { resourceFolder } from "../../../../server/host/resources.ts";
import { createParser, type Parser } from "../../../../server/parser/parser.ts";

const rule = `rules:
  - id: r
    languages: [javascript, python]
    severity: ERROR
    message: m
    options: {linewarden: precise}
    mode: taint
    pattern-sources: [{pattern: req.query.$X}, {pattern: 'request.args[$K]'}]
    pattern-sinks:
      - patterns: [{pattern: '$DB.query($Q, ...)'}, {focus-metavariable: $Q}]
      - patterns: [{pattern: '$DB.execute($Q, ...)'}, {focus-metavariable: $Q}]
    metadata: {quick-fix: parameterize-query}
`;
const pg = 'const { Pool } = require("pg");\nconst pool = new Pool();\n';
const sqlite = "import sqlite3\nfrom flask import request\n";
const asked = '"SELECT a FROM t WHERE b = \'" + req.query.b + "\'"';
const mended = '"SELECT a FROM t WHERE b = $1", [req.query.b]';

describe("a query that goes through a function of the program", () => {
  let parser: Parser;
  let engine: Engine;
  before(async () => {
    parser = await createParser(join(resourceFolder(), "grammars"));
    await parser.load(["javascript", "python"]);
    engine = createEngine({ rules: loadRules(rule, "r.yaml").rules, parse: parser.parse });
  });

  /** What becomes of the first file; its findings before. */
  function mend(path: string, text: string, others: Readonly<Record<string, string>>): { found: number; now: string } {
    const read = (name: string): string | undefined => others[name];
    const language = languageOfPath(path);
    const file = { path, text, ...(language ? { language } : {}) };
    const { findings } = engine.analyze(file, undefined, undefined, read);
    const [finding] = findings;
    const fix = finding && offerFix(engine, parser.parse, file, finding, read);
    if (!fix) throw new Error("nothing was found");
    return { found: findings.length, now: "refused" in fix ? `refused: ${fix.refused}` : applyFix(text, fix) };
  }

  for (const [name, path, text, others, expected] of [
    [
      "a method of another file that hands the values on",
      "a.js",
      `const db = require("./db");\nmodule.exports = (req) => db.query(${asked});\n`,
      { "db.js": `${pg}module.exports = { query: (text, params) => pool.query(text, params) };\n` },
      `const db = require("./db");\nmodule.exports = (req) => db.query(${mended});\n`,
    ],
    [
      "a function of another file that hands the values on, as an argument",
      "a.js",
      `const { rows } = require("./db");\nmodule.exports = (req, res) => res.json(rows(${asked}));\n`,
      { "db.js": `${pg}exports.rows = function rows(sql, values = []) {\n  return pool.query(sql, values);\n};\n` },
      `const { rows } = require("./db");\nmodule.exports = (req, res) => res.json(rows(${mended}));\n`,
    ],
    [
      "a function of the same file that hands the values on",
      "a.js",
      `${pg}async function rows(sql, params) {\n  return (await pool.query(sql, params)).rows;\n}\nmodule.exports = (req) => rows(${asked});\n`,
      {},
      `${pg}async function rows(sql, params) {\n  return (await pool.query(sql, params)).rows;\n}\nmodule.exports = (req) => rows(${mended});\n`,
    ],
    [
      "a method of another file that takes no values",
      "a.js",
      `const db = require("./db");\nmodule.exports = (req) => db.query(${asked});\n`,
      { "db.js": `${pg}module.exports = { query: (text) => pool.query(text) };\n` },
      "refused: query() (db.js:3) hands no values to the database; give it a parameter for them first",
    ],
    [
      "a method of the same file that takes no values",
      "a.js",
      `${pg}class Store {\n  query(text) { return pool.query(text); }\n}\nconst db = new Store();\nmodule.exports = (req) => db.query(${asked});\n`,
      {},
      "refused: query() hands no values to the database; give it a parameter for them first",
    ],
    [
      "a second parameter that is a callback",
      "a.js",
      `const db = require("./db");\nmodule.exports = (req) => db.query(${asked});\n`,
      { "db.js": `${pg}module.exports = { query: (text, done) => pool.query(text, done) };\n` },
      "refused: query() (db.js:3) hands no values to the database; give it a parameter for them first",
    ],
    [
      "a function that changes the query",
      "a.js",
      `const db = require("./db");\nmodule.exports = (req) => db.query(${asked});\n`,
      { "db.js": `${pg}module.exports = { query: (text, params) => pool.query(text + " LIMIT 9", params) };\n` },
      "refused: what query() (db.js:3) does with the query before it runs cannot be told",
    ],
    ...(
      [
        [
          "values that are given anew",
          "async (sql, params) => {\n  params = params.filter(Boolean);\n  return pool.query(sql, params);\n}",
          "params",
        ],
        [
          "a query that is given anew",
          "async (sql, params) => {\n  sql = sql.replace(/x/g, '?');\n  return pool.query(sql, params);\n}",
          "sql",
        ],
        [
          "a query that is added to",
          "async (sql, params) => {\n  sql += ' LIMIT 9';\n  return pool.query(sql, params);\n}",
          "sql",
        ],
        [
          "values that are changed in place",
          "async (sql, params) => {\n  params.unshift(tenant);\n  return pool.query(sql, params);\n}",
          "params",
        ],
        [
          "values that another function may change",
          "async (sql, params) => {\n  scrub(params);\n  return pool.query(sql, params);\n}",
          "params",
        ],
        [
          "values of which one is set",
          "async (sql, params) => {\n  params[0] = 1;\n  return pool.query(sql, params);\n}",
          "params",
        ],
        ["a query that decides", "async (sql, params) => sql.startsWith('x') ? pool.query(sql) : pool.query(sql, params)", "sql"],
      ] as const
    ).map(
      ([what, body, changed]) =>
        [
          what,
          "a.js",
          `const db = require("./db");\nmodule.exports = (req) => db.query(${asked});\n`,
          { "db.js": `${pg}module.exports = { query: ${body} };\n` },
          "refused: query() (db.js:PLACE) uses `CHANGED` for more than handing it on, so it may be changed"
            .replace("PLACE", String(3 + body.slice(0, body.indexOf("pool.query(")).split("\n").length - 1))
            .replace("CHANGED", changed),
        ] as const,
    ),
    [
      "a function that also logs what it hands on",
      "a.js",
      `const db = require("./db");\nmodule.exports = (req) => db.query(${asked});\n`,
      {
        "db.js": `${pg}module.exports = { query: (text, params) => {\n  console.log("ran", { text, params });\n  this.logger.debug(text);\n  return pool.query(text, params);\n} };\n`,
      },
      `const db = require("./db");\nmodule.exports = (req) => db.query(${mended});\n`,
    ],
    [
      "a method in Python that hands the values on",
      "a.py",
      `from flask import request\nfrom db import store\ndef view():\n    return store.execute("SELECT a FROM t WHERE b = '%s'" % request.args["b"])\n`,
      {
        "db.py": `${sqlite}class Store:\n    def execute(self, sql, args=()):\n        return self.conn.execute(sql, args)\nstore = Store()\n`,
      },
      `from flask import request\nfrom db import store\ndef view():\n    return store.execute("SELECT a FROM t WHERE b = ?", (request.args["b"],))\n`,
    ],
    [
      "a source in another file",
      "a.py",
      "import sqlite3\nfrom web import wanted\ndef view(conn):\n    return conn.execute(\"SELECT a FROM t WHERE b = '%s'\" % wanted())\n",
      { "web.py": 'from flask import request\ndef wanted():\n    return request.args["b"]\n' },
      'import sqlite3\nfrom web import wanted\ndef view(conn):\n    return conn.execute("SELECT a FROM t WHERE b = ?", (wanted(),))\n',
    ],
  ] as const)
    it(name, () => expect(mend(path, text, others)).to.deep.equal({ found: 1, now: expected }));

  it("is not mended where the other file cannot be read", () => {
    const read = (name: string): string | undefined =>
      name === "db.js" ? `${pg}module.exports = { query: (text, params) => pool.query(text, params) };\n` : undefined;
    const file = { path: "a.js", text: `const db = require("./db");\nmodule.exports = (req) => db.query(${asked});\n` };
    const [finding] = engine.analyze({ ...file, language: "javascript" }, undefined, undefined, read).findings;
    expect(finding && offerFix(engine, parser.parse, file, finding)).to.deep.equal({
      refused: "its path leads through another file, which could not be read",
    });
    expect(finding?.path.map(({ role, note }) => `${role} ${note}`)).to.deep.equal([
      "source comes from the request",
      "sink runs here: `db.query`",
      "step then runs here: `pool.query` (db.js:3)",
    ]);
  });
});
