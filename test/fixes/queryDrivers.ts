/** Ways of building a query, and the drivers that they are run with on real databases. */

import { type Database, schema, startMariadb, startPostgres } from "./databases.ts";

/** One way of building the query: good input that gives the same rows before and after, and an attack that works before. */
export interface Form {
  readonly name: string;
  /** Statements that end with the rows in `rows`; `run(QUERY)` stands for the driver's call. */
  readonly javascript: string;
  readonly python: string;
  readonly good: readonly Record<string, string>[];
  readonly attack: Record<string, string>;
}

const either = "x' OR '1'='1";
export const forms: readonly Form[] = [
  {
    name: "concatenation",
    javascript: `run("SELECT id, name FROM users WHERE name = '" + req.query.name + "'")`,
    python: `run("SELECT id, name FROM users WHERE name = '" + request.args["name"] + "'")`,
    good: [{ name: "ann" }, { name: "nobody" }],
    attack: { name: either },
  },
  {
    name: "template literal or f-string, two values",
    javascript: "run(`SELECT id, name FROM users WHERE name = '${req.query.name}' AND role = '${req.query.role}'`)",
    python: `name = request.args["name"]\n    role = request.args["role"]\n    run(f"SELECT id, name FROM users WHERE name = '{name}' AND role = '{role}'")`,
    good: [
      { name: "ann", role: "user" },
      { name: "ann", role: "admin" },
    ],
    attack: { name: "ann", role: either },
  },
  {
    name: "LIKE with wildcards",
    javascript: "run(`SELECT id, name FROM users WHERE name LIKE '%${req.query.name}%' ORDER BY id`)",
    python: `run("SELECT id, name FROM users WHERE name LIKE '%%%s%%' ORDER BY id" % request.args["name"])`,
    good: [{ name: "nn" }, { name: "b" }],
    attack: { name: "x' OR '1'='1' OR name LIKE 'x" },
  },
  {
    name: "a variable and +=",
    javascript: `let sql = "SELECT id, name FROM users WHERE name = '" + req.query.name + "'";\n  sql += " AND role = '" + req.query.role + "'";\n  run(sql)`,
    python: `sql = "SELECT id, name FROM users WHERE name = '{}'".format(request.args["name"])\n    sql += " AND role = '%s'" % request.args["role"]\n    run(sql)`,
    good: [
      { name: "bob", role: "admin" },
      { name: "bob", role: "user" },
    ],
    attack: { name: "bob", role: either },
  },
  {
    name: "a number without quotes",
    javascript: `run("SELECT id, name FROM users WHERE id = " + req.query.id)`,
    python: `run("SELECT id, name FROM users WHERE id = " + request.args["id"])`,
    good: [{ id: "2" }, { id: "9" }],
    attack: { id: "2 OR 1=1" },
  },
];
/** With a value that is passed as it should be; `PLACE` stands for the driver's placeholder. */
const beside: Form = {
  name: "beside a value that is passed already",
  javascript: `run("SELECT id, name FROM users WHERE role = PLACE AND name = '" + req.query.name + "'", [req.query.role])`,
  python: `name = request.args["name"]\n    run(f"SELECT id, name FROM users WHERE role = PLACE AND name = '{name}'", (request.args["role"],))`,
  good: [
    { name: "ann", role: "user" },
    { name: "bob", role: "user" },
  ],
  attack: { name: either, role: "user" },
};

/** Put together in branches, and of a list of conditions. */
export const growing: readonly Form[] = [
  {
    name: "conditions in branches",
    javascript:
      'let sql = "SELECT id, name FROM users WHERE id > 0";\n  if (req.query.name) {\n    sql += " AND name LIKE \'" + req.query.name + "%\'";\n  }\n' +
      "  if (req.query.role) sql += ` AND role = '${req.query.role}' AND name <> '${req.query.name ?? ''}'`;\n  run(sql)",
    python:
      'sql = "SELECT id, name FROM users WHERE id > 0"\n    if "name" in request.args:\n        sql += f" AND name LIKE \'{request.args[\'name\']}%\'"\n' +
      '    role = request.args.get("role")\n    if role:\n        sql += " AND role = \'" + role + "\' AND name <> \'%s\'" % role\n    run(sql + " ORDER BY id")',
    good: [{ role: "admin" }, { name: "a", role: "admin" }, { name: "a" }, {}],
    attack: { role: either },
  },
  {
    name: "a list of conditions",
    javascript:
      "const where = [];\n  if (req.query.name) where.push(`name = '${req.query.name}'`);\n  if (req.query.role) {\n    where.push(\"role = '\" + req.query.role + \"'\");\n  }\n" +
      '  const clause = where.length > 0 ? "WHERE " + where.join(" AND ") : "";\n  run(`SELECT id, name FROM users ${clause} ORDER BY id`)',
    python:
      'where = []\n    name = request.args.get("name")\n    if name:\n        where.append(f"name = \'{name}\'")\n    for role in filter(None, [request.args.get("role")]):\n        where.append("role = \'%s\'" % role)\n' +
      '    clause = "WHERE " + " AND ".join(where) if where else ""\n    run(f"SELECT id, name FROM users {clause} ORDER BY id")',
    good: [{ name: "ann", role: "user" }, { name: "bob", role: "user" }, { role: "user" }, {}],
    attack: { name: either },
  },
];

/** A sort order of the request; the driver's program has the list. */
const sorted: Form = {
  name: "a sort order of a list",
  javascript: "run(`SELECT id, name FROM users ORDER BY ${req.query.sort} ${req.query.dir} LIMIT 1`)",
  python: `sort, dir = request.args["sort"], request.args["dir"]\n    run(f"SELECT id, name FROM users ORDER BY {sort} {dir} LIMIT 1")`,
  good: [
    { sort: "name", dir: "DESC" },
    { sort: "id", dir: "asc" },
  ],
  attack: { sort: "id -- ", dir: "desc" },
};
const sortList = 'SORT_COLUMNS = ["id", "name"]';

const doubleQuoted: Form = {
  name: "text between double quotes, with a comment",
  javascript: `run('SELECT id, name FROM users /* all */ WHERE name = "' + req.query.name + '"')`,
  python: `run('SELECT id, name FROM users /* all */ WHERE name = "' + request.args["name"] + '"')`,
  good: [{ name: "ann" }, { name: "nobody" }],
  attack: { name: 'x" OR "1"="1' },
};

/** All forms for a driver that is given its values in a list after the query. */
export function withList(place: string): readonly Form[] {
  const { javascript: js, python: py } = beside;
  // Before the form whose attack ends in an error, after which the test's PostgreSQL ends the connection.
  return [{ ...beside, javascript: js.replace("PLACE", () => place), python: py.replace("PLACE", () => place) }, ...forms];
}

export interface Driver {
  readonly name: string;
  readonly start?: () => Promise<Database>;
  /** Some that its fix refuses are left out. */
  readonly forms?: readonly Form[];
  readonly program: (forms: readonly Form[]) => { readonly file: string; readonly text: string };
}

export const sqliteSetup = schema.map((statement) => `db.run(${JSON.stringify(statement)})`).join("; ");
/** A driver in JavaScript: its import, how it connects and ends, and its call. */
export function javascript(head: string, connect: string, call: (query: string) => string, close: string): Driver["program"] {
  return (list) => ({
    file: "handlers.cjs",
    text: `${head}\n\nmodule.exports = async (app) => {\n  ${connect}\n${list.map((form, index) => `app.get("/${index}", async (req, res) => {\n  ${form.javascript.replace(/run\((.*)\)$/, (_, query: string) => call(query))}\n});\n`).join("\n")}\n  return () => ${close};\n};\n`,
  });
}

export const onCursor = (query: string): string => `cur = db.cursor()\n    cur.execute(${query})\n    return cur.fetchall()`;

export function python(head: string, connect: string, call = onCursor): Driver["program"] {
  return (list) => ({
    file: "views.py",
    text: `${head}\nfrom flask import Flask, request\n\napp = Flask(__name__)\n${connect}\n\n${list.map((form, index) => `@app.route("/${index}")\ndef view_${index}():\n    ${form.python.replace(/run\((.*)\)$/, (_, query: string) => call(query))}\n\n`).join("\n")}`,
  });
}

export const drivers: readonly Driver[] = [
  {
    name: "pg on PostgreSQL",
    forms: [sorted, ...growing, ...withList("$1")],
    start: startPostgres,
    program: javascript(
      `const { Pool } = require("pg");\nconst ${sortList};`,
      "const pool = new Pool({ max: 1 });",
      (query) => `const { rows } = await pool.query(${query});\n  res.json(rows);`,
      "pool.end()",
    ),
  },
  {
    name: "mysql2 on MariaDB",
    forms: [doubleQuoted, ...growing, ...withList("?")],
    start: startMariadb,
    program: javascript(
      'const mysql = require("mysql2/promise");',
      'const db = await mysql.createConnection({ socketPath: process.env.DB_SOCKET, user: "root", database: "shop" });',
      (query) => `const [rows] = await db.query(${query});\n  res.json(rows);`,
      "db.end()",
    ),
  },
  {
    name: "sqlite3's all(), run through node-sqlite3-wasm on SQLite",
    forms: [...growing, ...withList("?")],
    program: javascript(
      'const { Database } = require("node-sqlite3-wasm");',
      `const db = new Database();\n  ${sqliteSetup};`,
      (query) => `const rows = db.all(${query});\n  res.json(rows);`,
      "db.close()",
    ),
  },
  {
    name: "better-sqlite3's prepare().all(), run through an adapter to node-sqlite3-wasm on SQLite",
    forms: [...growing, ...forms],
    program: javascript(
      'const Database = require("better-sqlite3");',
      `const db = new Database();\n  ${sqliteSetup};`,
      (query) => `const rows = db.prepare(${query}).all();\n  res.json(rows);`,
      "db.close()",
    ),
  },
  {
    name: "better-sqlite3's statement in a variable, run through an adapter to node-sqlite3-wasm on SQLite",
    program: javascript(
      'const Database = require("better-sqlite3");',
      `const db = new Database();\n  ${sqliteSetup};`,
      (query) => `const statement = db.prepare(${query});\n  const rows = statement.all();\n  res.json(rows);`,
      "db.close()",
    ),
  },
  {
    name: "Python's sqlite3 on SQLite",
    forms: [sorted, doubleQuoted, ...growing, ...withList("?")],
    program: python(
      `import sqlite3\n${sortList}`,
      `db = sqlite3.connect(":memory:")\nfor statement in ${JSON.stringify(schema)}:\n    db.execute(statement)`,
    ),
  },
  {
    name: "psycopg on PostgreSQL",
    forms: [...growing, ...withList("%s")],
    start: startPostgres,
    program: python("import psycopg", "db = psycopg.connect(autocommit=True)"),
  },
  {
    name: "mysqlclient on MariaDB",
    forms: [...growing, ...withList("%s")],
    start: startMariadb,
    program: python(
      "import os\n\nimport MySQLdb",
      'db = MySQLdb.connect(unix_socket=os.environ["DB_SOCKET"], user="root", database="shop")',
    ),
  },
];
