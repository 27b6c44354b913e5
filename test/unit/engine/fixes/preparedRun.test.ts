import { expect } from "chai";
import { fixedQuery, startQueryFix } from "./queryFix.ts";

const lite = 'import Database from "better-sqlite3";\n';
const query = "«`SELECT * FROM u WHERE a LIKE '%${a}%' AND b = ${b.c}`»";
const placed = '"SELECT * FROM u WHERE a LIKE ? AND b = ?"';

const prepared: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    "in the next statement",
    `const s = db.prepare(${query});\nreturn s.all();`,
    `const s = db.prepare(${placed});\nreturn s.all(\`%\${a}%\`, b.c);`,
  ],
  [
    "behind a statement that changes nothing of it",
    `const s = db.prepare(${query});\nconst n = 1;\nreturn { n, rows: s.all() };`,
    `const s = db.prepare(${placed});\nconst n = 1;\nreturn { n, rows: s.all(\`%\${a}%\`, b.c) };`,
  ],
  ["twice", `const s = db.prepare(${query});\ns.run();\ns.run();`, "in several places"],
  ["in a loop", `const s = db.prepare(${query});\nfor (const x of y) s.run();`, "may be others"],
  ["later", `const s = db.prepare(${query});\nreturn () => s.all();`, "may be others"],
  ["after a value changed", `const s = db.prepare(${query});\na = 2;\nreturn s.all();`, "may change"],
  ["after something that may change one", `const s = db.prepare(${query});\nf(b);\nreturn s.all();`, "may change"],
  ["with values of its own", `const s = db.prepare(${query});\nreturn s.all(1);`, "in several places"],
  ["by somebody else", `return f(db.prepare(${query}));`, "cannot be told"],
];

/** The connection tells the driver where a file imports several. */
const connections: readonly (readonly ["javascript" | "python", string, string, string])[] = [
  [
    "javascript",
    'import { Pool } from "pg";\nimport mysql from "mysql2/promise";\n',
    "const a = new Pool();\nconst b = await mysql.createConnection({});\nawait b.query(«`SELECT * FROM u WHERE a = ${x}`»);",
    'const a = new Pool();\nconst b = await mysql.createConnection({});\nawait b.query("SELECT * FROM u WHERE a = ?", [x]);',
  ],
  [
    "javascript",
    'import { Pool } from "pg";\nimport mysql from "mysql2/promise";\n',
    "const a = new Pool();\nawait a.query(«`SELECT * FROM u WHERE a = ${x}`»);",
    'const a = new Pool();\nawait a.query("SELECT * FROM u WHERE a = $1", [x]);',
  ],
  [
    "python",
    "import sqlite3\nimport psycopg2\n",
    'db = psycopg2.connect()\ncursor = db.cursor()\ncursor.execute(«f"SELECT * FROM u WHERE a = {x}"»)',
    'db = psycopg2.connect()\ncursor = db.cursor()\ncursor.execute("SELECT * FROM u WHERE a = %s", (x,))',
  ],
  [
    "javascript",
    'import { Pool } from "pg";\nimport mysql from "mysql2/promise";\n',
    "await given.query(«`SELECT * FROM u WHERE a = ${x}`»);",
    "several drivers",
  ],
];

describe("a prepared statement in a variable that is run", () => {
  before(startQueryFix);
  for (const [title, before, after] of prepared)
    it(title, () => {
      const whole = (body: string): string => `${lite}function f(a, b) {\n${body}\n}\n`;
      const got = fixedQuery("javascript", whole(before));
      if (after.includes("prepare(")) expect(got).to.equal(whole(after));
      else
        expect(got)
          .to.match(/^refused: /)
          .and.to.contain(after);
    });
});

describe("the driver of a query in a file with several", () => {
  before(startQueryFix);
  for (const [language, head, before, after] of connections)
    it(before, () => {
      const got = fixedQuery(language, head + before);
      if (after.includes("(")) expect(got).to.equal(head + after);
      else
        expect(got)
          .to.match(/^refused: /)
          .and.to.contain(after);
    });
});
