import { expect } from "chai";
import { fixedQuery, startQueryFix } from "./queryFix.ts";

const pg = 'const { Pool } = require("pg");\n';
const mysql = 'import mysql from "mysql2/promise";\n';
const columns = 'const SORT_COLUMNS = ["name", "created"];\n';
const tables = 'export const tables = new Set(["users", "notes"]);\n';
const lite = "import sqlite3\n";

/** Title, first lines of the file, the code before with the finding marked, the code after. */
const javascript: readonly (readonly [string, string, string, string])[] = [
  [
    "a SQL comment stays",
    pg,
    "pool.query(«`SELECT * FROM u -- all of them\n/* by id */ WHERE id = ${id}`»);",
    "pool.query(`SELECT * FROM u -- all of them\n/* by id */ WHERE id = $1`, [id]);",
  ],
  [
    "text between double quotes in MySQL",
    mysql,
    `db.query(«'SELECT * FROM u WHERE name = "' + name + '" AND kind = "a"'»);`,
    `db.query('SELECT * FROM u WHERE name = ? AND kind = "a"', [name]);`,
  ],
  [
    "the direction of a sort",
    pg,
    "pool.query(«`SELECT * FROM u WHERE a = '${a}' ORDER BY b ${q.dir} LIMIT 5`»);",
    'pool.query(`SELECT * FROM u WHERE a = $1 ORDER BY b ${/^desc$/i.test(q.dir) ? "DESC" : "ASC"} LIMIT 5`, [a]);',
  ],
  [
    "a column of a list, and no value",
    pg + columns,
    "pool.query(«`SELECT * FROM u ORDER BY ${sort}`»);",
    'pool.query(`SELECT * FROM u ORDER BY ${SORT_COLUMNS.includes(sort) ? sort : "name"}`);',
  ],
  [
    "a table of a set, put together with +",
    mysql + tables,
    `db.query(«"SELECT * FROM " + table + " WHERE a = '" + a + "'"»);`,
    `db.query("SELECT * FROM " + (tables.has(table) ? table : "users") + " WHERE a = ?", [a]);`,
  ],
];

const refused: readonly (readonly [string, string, string])[] = [
  [
    "two lists that may be meant",
    `${pg}${columns}const sortable = ["a"];\n`,
    "pool.query(«`SELECT * FROM u ORDER BY ${sort}`»);",
  ],
  [
    "a list of columns that are not for sorting",
    `${pg}const ORDER_FIELDS = ["a"];\n`,
    "pool.query(«`SELECT * FROM u ORDER BY ${sort}`»);",
  ],
  ["a list of what is not allowed", `${pg}const UNSORTABLE = ["a"];\n`, "pool.query(«`SELECT * FROM u ORDER BY ${sort}`»);"],
  ["a list of some tables", `${pg}const AUDIT_TABLES = ["a"];\n`, "pool.query(«`SELECT * FROM ${table}`»);"],
  ["a list of something else", `${pg}const COLORS = ["red"];\n`, "pool.query(«`SELECT * FROM u ORDER BY ${sort}`»);"],
  [
    "a list that holds more than names",
    `${pg}const sorts = ["a", "b; c"];\n`,
    "pool.query(«`SELECT * FROM u ORDER BY ${sort}`»);",
  ],
  ["a name that is computed", pg + columns, "pool.query(«`SELECT * FROM u ORDER BY ${next()}`»);"],
  ["a list of columns", pg + columns, "pool.query(«`SELECT ${sort} FROM u`»);"],
];

describe("names and sort orders in a query", () => {
  before(startQueryFix);
  for (const [title, head, before, after] of javascript)
    it(title, () => expect(fixedQuery("javascript", head + before)).to.equal(head + after));
  for (const [title, head, before] of refused)
    it(`refuses ${title}`, () =>
      expect(fixedQuery("javascript", head + before)).to.match(/^refused: .*takes no parameter.*list of allowed ones/));
  it("typescript: a list that is a constant", () =>
    expect(
      fixedQuery(
        "typescript",
        `${pg}const sortable = ["a", "b"] as const;\npool.query(«\`SELECT * FROM u ORDER BY \${sort} \${dir}\`»);`,
      ),
    ).to.contain(
      '${(sortable as readonly string[]).includes(String(sort)) ? sort : "a"} ${/^desc$/i.test(String(dir)) ? "DESC" : "ASC"}`',
    ));
  it("python: an f-string keeps its names, with the other quotes", () =>
    expect(
      fixedQuery("python", `${lite}SORTABLE = ("a", "b")\ncur.execute(«f"SELECT * FROM u WHERE a = '{a}' ORDER BY {sort} {d}"»)`),
    ).to.equal(
      `${lite}SORTABLE = ("a", "b")\ncur.execute(f"SELECT * FROM u WHERE a = ? ORDER BY {sort if sort in SORTABLE else 'a'} {'DESC' if str(d).lower() == 'desc' else 'ASC'}", (a,))`,
    ));
  it("python: a format becomes a sum", () =>
    expect(fixedQuery("python", `${lite}cur.execute(«"SELECT * FROM u ORDER BY a %s LIMIT 5" % d»)`)).to.equal(
      `${lite}cur.execute("SELECT * FROM u ORDER BY a " + ("DESC" if str(d).lower() == "desc" else "ASC") + " LIMIT 5")`,
    ));
  it("python: refuses where percent signs would mean something else", () =>
    expect(fixedQuery("python", `import psycopg\ncur.execute(«f"SELECT * FROM u WHERE a LIKE 'x%' ORDER BY a {d}"»)`)).to.match(
      /^refused: .*percent signs/,
    ));
});
