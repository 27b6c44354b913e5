import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Database, schema, startMariadb, startPostgres, workFolder } from "./databases.ts";

const cli = join(__dirname, "../../dist/cli.js");
type Answer = readonly (readonly unknown[])[] | string;

/** One way of building the query: good input that gives the same rows before and after, and an attack that works before. */
interface Form {
  readonly name: string;
  /** Statements that end with the rows in `rows`; `run(QUERY)` stands for the driver's call. */
  readonly javascript: string;
  readonly python: string;
  readonly good: readonly Record<string, string>[];
  readonly attack: Record<string, string>;
}

const either = "x' OR '1'='1";
const forms: readonly Form[] = [
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
const inputs = Object.fromEntries(forms.map(({ good, attack }, index) => [`/${index}`, [...good, attack]]));

interface Driver {
  readonly name: string;
  readonly start?: () => Promise<Database>;
  readonly program: (forms: readonly Form[]) => { readonly file: string; readonly text: string };
}

const sqliteSetup = schema.map((statement) => `db.run(${JSON.stringify(statement)})`).join("; ");
/** A driver in JavaScript: its import, how it connects and ends, and its call. */
function javascript(head: string, connect: string, call: (query: string) => string, close: string): Driver["program"] {
  return (list) => ({
    file: "handlers.cjs",
    text: `${head}\n\nmodule.exports = async (app) => {\n  ${connect}\n${list.map((form, index) => `app.get("/${index}", async (req, res) => {\n  ${form.javascript.replace(/run\((.*)\)$/, (_, query: string) => call(query))}\n});\n`).join("\n")}\n  return () => ${close};\n};\n`,
  });
}

function python(head: string, connect: string): Driver["program"] {
  return (list) => ({
    file: "views.py",
    text: `${head}\nfrom flask import Flask, request\n\napp = Flask(__name__)\n${connect}\n\n${list.map((form, index) => `@app.route("/${index}")\ndef view_${index}():\n    cur = db.cursor()\n    ${form.python.replace(/run\((.*)\)$/, (_, query: string) => `cur.execute(${query})\n    return cur.fetchall()`)}\n\n`).join("\n")}`,
  });
}

const drivers: readonly Driver[] = [
  {
    name: "pg on PostgreSQL",
    start: startPostgres,
    program: javascript(
      'const { Pool } = require("pg");',
      "const pool = new Pool({ max: 1 });",
      (query) => `const { rows } = await pool.query(${query});\n  res.json(rows);`,
      "pool.end()",
    ),
  },
  {
    name: "mysql2 on MariaDB",
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
    program: javascript(
      'const { Database } = require("node-sqlite3-wasm");',
      `const db = new Database();\n  ${sqliteSetup};`,
      (query) => `const rows = db.all(${query});\n  res.json(rows);`,
      "db.close()",
    ),
  },
  {
    name: "better-sqlite3's prepare().all(), run through an adapter to node-sqlite3-wasm on SQLite",
    program: javascript(
      'const Database = require("better-sqlite3");',
      `const db = new Database();\n  ${sqliteSetup};`,
      (query) => `const rows = db.prepare(${query}).all();\n  res.json(rows);`,
      "db.close()",
    ),
  },
  {
    name: "Python's sqlite3 on SQLite",
    program: python(
      "import sqlite3",
      `db = sqlite3.connect(":memory:")\nfor statement in ${JSON.stringify(schema)}:\n    db.execute(statement)`,
    ),
  },
  {
    name: "psycopg on PostgreSQL",
    start: startPostgres,
    program: python("import psycopg", "db = psycopg.connect(autocommit=True)"),
  },
  {
    name: "mysqlclient on MariaDB",
    start: startMariadb,
    program: python(
      "import os\n\nimport MySQLdb",
      'db = MySQLdb.connect(unix_socket=os.environ["DB_SOCKET"], user="root", database="shop")',
    ),
  },
];

for (const driver of drivers) {
  describe(`the query fix with ${driver.name}`, function () {
    this.timeout(90000);
    let database: Database | undefined;
    let old: Record<string, readonly Answer[]>;
    let now: Record<string, readonly Answer[]>;
    let fixed = "";

    before(async () => {
      database = await driver.start?.();
      const folder = join(workFolder, driver.name.replace(/\W+/g, "-"));
      mkdirSync(folder, { recursive: true });
      const { file, text } = driver.program(forms);
      const path = join(folder, file);
      writeFileSync(path, text);
      old = await execute(path, database);
      const result = spawnSync(process.execPath, [cli, "fix", path], { encoding: "utf8" });
      fixed = readFileSync(path, "utf8");
      if (fixed === text) throw new Error(`Nothing was fixed:\n${result.stdout}${result.stderr}`);
      now = await execute(path, database);
    });
    after(async () => database?.stop());

    forms.forEach((form, index) => {
      it(`${form.name}: good input gives the same, the attack fails`, () => {
        const unfixed = old[`/${index}`] ?? [];
        const answers = now[`/${index}`] ?? [];
        const goods = form.good.length;
        expect(answers.slice(0, goods), fixed).to.deep.equal(unfixed.slice(0, goods));
        expect(unfixed[0], "good input finds something").to.have.length(1);
        expect(unfixed[goods], "the attack worked before").to.have.length(3);
        // PostgreSQL refuses text for a number with an error; MariaDB and SQLite compare it.
        if (typeof answers[goods] !== "string") expect((answers[goods] ?? []).length, fixed).to.be.lessThan(2);
      });
    });
  });
}

/** Asynchronously, because PostgreSQL is served by this very process. */
function execute(path: string, database: Database | undefined): Promise<Record<string, readonly Answer[]>> {
  const [program, script] = path.endsWith(".py") ? ["/usr/bin/python3", "runViews.py"] : [process.execPath, "runHandlers.cjs"];
  const env = { ...process.env, ...database?.env, NODE_PATH: join(__dirname, "stubs") };
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [join(__dirname, script), path, JSON.stringify(inputs)],
      { env, encoding: "utf8" },
      (error: Error | null, stdout: string, stderr: string) =>
        error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(JSON.parse(stdout)),
    );
    child.stdin?.end();
  });
}
