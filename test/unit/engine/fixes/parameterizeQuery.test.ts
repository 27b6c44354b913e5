import { expect } from "chai";
import { fixedQuery, startQueryFix } from "./queryFix.ts";

const pg = 'const { Pool } = require("pg");\n';
const mysql = 'import mysql from "mysql2/promise";\n';
const better = 'const Database = require("better-sqlite3");\n';
const sqlite = 'const sqlite3 = require("sqlite3");\n';

/** Title, first lines of the file, the code before with the finding marked, the code after. */
const javascript: readonly (readonly [string, string, string, string])[] = [
  [
    "the style of a query on the same receiver: $1",
    'const db = require("./db");\ndb.query("SELECT 1 FROM a WHERE b = $1 AND c = $2", [b, c]);\n',
    "db.query(«`SELECT * FROM u WHERE a = ${a} AND b = '${b}'`»);",
    'db.query("SELECT * FROM u WHERE a = $1 AND b = $2", [a, b]);',
  ],
  [
    "the style of a query on the same receiver: ?",
    'import { db } from "./db";\ndb.get("SELECT 1 FROM a WHERE b = ?", [b]);\n',
    "db.all(«`SELECT * FROM u WHERE a = ${a}`»);",
    'db.all("SELECT * FROM u WHERE a = ?", [a]);',
  ],
  [
    "values that are passed already: $1",
    pg,
    "pool.query(«`SELECT * FROM u WHERE a = ${a} AND b = $2 AND c = $1`», [c, b], (error, rows) => {});",
    'pool.query("SELECT * FROM u WHERE a = $3 AND b = $2 AND c = $1", [c, b, a], (error, rows) => {});',
  ],
  [
    "values that are passed already: ?",
    mysql,
    "db.execute(«`SELECT * FROM u WHERE a = ${a} AND b = ? AND c = '${c}' AND d = '${d}' AND e = ?`», [b, e]);",
    'db.execute("SELECT * FROM u WHERE a = ? AND b = ? AND c = ? AND d = ? AND e = ?", [a, b, c, d, e]);',
  ],
  [
    "a quoted value that a function of the database hashes",
    mysql,
    `db.query(«"SELECT 1 FROM u WHERE a = '" + a + "' AND p = SHA2('" + p + "', 256)"»);`,
    'db.query("SELECT 1 FROM u WHERE a = ? AND p = SHA2(?, 256)", [a, p]);',
  ],
  [
    "a quoted value that is searched for",
    mysql,
    "db.query(«`SELECT 1 FROM u WHERE MATCH (a) AGAINST ('${a}' IN BOOLEAN MODE)`»);",
    'db.query("SELECT 1 FROM u WHERE MATCH (a) AGAINST (? IN BOOLEAN MODE)", [a]);',
  ],
  [
    "MariaDB's connector",
    'import mariadb from "mariadb";\n',
    "db.query(«`SELECT 1 FROM u WHERE a = ${a}`»);",
    'db.query("SELECT 1 FROM u WHERE a = ?", [a]);',
  ],
  [
    "concatenation in quotes",
    pg,
    `pool.query(«"SELECT * FROM u WHERE name = '" + req.query.name + "'"»);`,
    `pool.query("SELECT * FROM u WHERE name = $1", [req.query.name]);`,
  ],
  [
    "concatenation without quotes",
    pg,
    `pool.query(«"SELECT * FROM u WHERE id = " + id»);`,
    `pool.query("SELECT * FROM u WHERE id = $1", [id]);`,
  ],
  [
    "template literal",
    pg,
    "pool.query(«`SELECT * FROM u WHERE id = ${id} AND name = '${name}'`»);",
    'pool.query("SELECT * FROM u WHERE id = $1 AND name = $2", [id, name]);',
  ],
  [
    "single-quoted literals keep their quotes",
    pg,
    `pool.query(«'SELECT * FROM u WHERE name = \\'' + name + '\\' AND a = 1'»);`,
    `pool.query('SELECT * FROM u WHERE name = $1 AND a = 1', [name]);`,
  ],
  [
    "LIKE wildcards",
    pg,
    "pool.query(«`SELECT * FROM u WHERE name LIKE '%${name}%'`»);",
    'pool.query("SELECT * FROM u WHERE name LIKE $1", [`%${name}%`]);',
  ],
  [
    "LIKE wildcards by concatenation",
    pg,
    `pool.query(«"SELECT * FROM u WHERE name LIKE '%" + name + "%' ORDER BY id"»);`,
    'pool.query("SELECT * FROM u WHERE name LIKE $1 ORDER BY id", [`%${name}%`]);',
  ],
  [
    "a template over several lines",
    pg,
    "pool.query(«`\n  SELECT *\n  FROM u\n  WHERE id = ${id}\n`»);",
    "pool.query(`\n  SELECT *\n  FROM u\n  WHERE id = $1\n`, [id]);",
  ],
  [
    "a callback stays the last argument",
    pg,
    `pool.query(«"SELECT 1 FROM u WHERE id = " + id», (error, rows) => done(rows));`,
    `pool.query("SELECT 1 FROM u WHERE id = $1", [id], (error, rows) => done(rows));`,
  ],
  [
    "a variable",
    pg,
    "const sql = `SELECT * FROM u WHERE id = ${req.params.id}`;\nawait pool.query(«sql»);",
    'const sql = "SELECT * FROM u WHERE id = $1";\nawait pool.query(sql, [req.params.id]);',
  ],
  [
    "a variable put together with +=",
    mysql,
    `let sql = "SELECT * FROM u WHERE a = " + a;\nsql += " AND b = '" + b + "'";\nconst rows = await db.query(«sql»);`,
    `let sql = "SELECT * FROM u WHERE a = ?";\nsql += " AND b = ?";\nconst rows = await db.query(sql, [a, b]);`,
  ],
  [
    "several lines keep their lines",
    pg,
    `pool.query(\n  «"SELECT * FROM u " +\n    "WHERE name = '" + name + "' " +\n    "AND age > " + age»,\n);`,
    `pool.query(\n  "SELECT * FROM u " +\n    "WHERE name = $1 " +\n    "AND age > $2", [name, age],\n);`,
  ],
  [
    "INSERT with several values",
    mysql,
    "db.execute(«`INSERT INTO u (a, b, c) VALUES ('${a}', ${b}, 'x')`»);",
    `db.execute("INSERT INTO u (a, b, c) VALUES (?, ?, 'x')", [a, b]);`,
  ],
  [
    "UPDATE",
    mysql,
    "db.query(«`UPDATE u SET a = '${a}', b = ${b} WHERE id = ${id}`»);",
    'db.query("UPDATE u SET a = ?, b = ? WHERE id = ?", [a, b, id]);',
  ],
  [
    "BETWEEN",
    pg,
    'pool.query(«"SELECT * FROM u WHERE at BETWEEN " + a + " AND " + b + " AND c = 1"»);',
    'pool.query("SELECT * FROM u WHERE at BETWEEN $1 AND $2 AND c = 1", [a, b]);',
  ],
  [
    "an IN list of known length",
    pg,
    "pool.query(«`SELECT * FROM u WHERE id IN (${a}, ${b})`»);",
    'pool.query("SELECT * FROM u WHERE id IN ($1, $2)", [a, b]);',
  ],
  [
    "better-sqlite3 passes to the statement",
    better,
    'const row = db.prepare(«"SELECT * FROM u WHERE id = " + id»).get();',
    'const row = db.prepare("SELECT * FROM u WHERE id = ?").get(id);',
  ],
  [
    "sqlite3",
    sqlite,
    "db.all(«`SELECT * FROM u WHERE name = '${name}'`», (error, rows) => res.json(rows));",
    'db.all("SELECT * FROM u WHERE name = ?", [name], (error, rows) => res.json(rows));',
  ],
  [
    "lower() around the value",
    pg,
    "pool.query(«`SELECT * FROM u WHERE lower(name) = lower('${name}')`»);",
    'pool.query("SELECT * FROM u WHERE lower(name) = lower($1)", [name]);',
  ],
  [
    "LIMIT where the driver takes it",
    pg,
    "pool.query(«`SELECT * FROM u LIMIT ${n} OFFSET ${m}`»);",
    'pool.query("SELECT * FROM u LIMIT $1 OFFSET $2", [n, m]);',
  ],
  [
    "a quoted literal that stays",
    pg,
    `pool.query(«"SELECT * FROM u WHERE kind = 'it''s' AND id = " + id»);`,
    `pool.query("SELECT * FROM u WHERE kind = 'it''s' AND id = $1", [id]);`,
  ],
  [
    "Windows line ends",
    pg,
    `pool.query(\r\n  «"SELECT * FROM u " +\r\n  "WHERE id = " + id»\r\n);`,
    `pool.query(\r\n  "SELECT * FROM u " +\r\n  "WHERE id = $1", [id]\r\n);`,
  ],
  [
    "characters outside of ASCII",
    pg,
    `pool.query(«"SELECT * FROM u WHERE stadt = 'Köln 🏰' AND id = " + id»);`,
    `pool.query("SELECT * FROM u WHERE stadt = 'Köln 🏰' AND id = $1", [id]);`,
  ],
];

const refusedJavascript: readonly (readonly [string, string, string, string])[] = [
  ["a table name", pg, "pool.query(«`SELECT * FROM ${table}`»);", "takes no parameter"],
  ["a column name", pg, "pool.query(«`SELECT * FROM u ORDER BY ${column}`»);", "from a list of allowed ones"],
  ["a quoted name", pg, 'pool.query(«`SELECT * FROM "${table}"`»);', "quoted name"],
  ["part of a name", pg, "pool.query(«`SELECT * FROM log_${year} WHERE id = 1`»);", "part of a name"],
  ["a piece of SQL", pg, "pool.query(«`SELECT * FROM u WHERE ${filter}`»);", "takes no parameter"],
  [
    "an IN list of unknown length",
    pg,
    'pool.query(«`SELECT * FROM u WHERE id IN (${ids.join(",")})`»);',
    "one placeholder per element",
  ],
  ["an IN list from one value", pg, "pool.query(«`SELECT * FROM u WHERE id IN (${ids})`»);", "one placeholder per element"],
  ["LIMIT in MySQL", mysql, "db.query(«`SELECT * FROM u LIMIT ${n}`»);", "LIMIT"],
  [
    "a list of values from elsewhere",
    pg,
    "pool.query(«`SELECT * FROM u WHERE a = $1 AND b = ${b}`», values);",
    "parameters already",
  ],
  ["values that are passed for nothing", pg, "pool.query(«`SELECT * FROM u WHERE b = ${b}`», [a]);", "another number of values"],
  ["placeholders already", mysql, "db.query(«`SELECT * FROM u WHERE a = ? AND b = ${b}`»);", "placeholders already"],
  [
    "two styles on one receiver",
    'const db = require("./db");\ndb.query("SELECT b = $1", [b]);\ndb.query("SELECT b = ?", [b]);\n',
    "db.query(«`SELECT * FROM u WHERE b = ${b}`»);",
    "placeholders in several ways",
  ],
  [
    "a style on another receiver",
    'const db = require("./db");\nother.query("SELECT b = $1", [b]);\n',
    "db.query(«`SELECT * FROM u WHERE b = ${b}`»);",
    "driver cannot be told",
  ],
  [
    "a format that a group may be told by",
    mysql,
    "db.query(«`SELECT DATE_FORMAT('${d}', '%Y') FROM u`»);",
    "where SQL takes no parameter",
  ],
  ["a sort order without a driver", "", "db.query(«`SELECT * FROM u ORDER BY ${b}`»);", "from a list of allowed ones"],
  ["no driver in the file", "", "db.query(«`SELECT * FROM u WHERE b = ${b}`»);", "driver cannot be told"],
  [
    "a variable that is used elsewhere",
    pg,
    "const sql = `SELECT * FROM u WHERE id = ${id}`;\nlog(sql);\npool.query(«sql»);",
    "used for something else",
  ],
  [
    "a variable put together in branches",
    pg,
    "let sql = `SELECT * FROM u WHERE id = ${id}`;\nif (a) sql = `SELECT * FROM u WHERE a = ${a}`;\npool.query(«sql»);",
    "branches",
  ],
  ["a comment in the query", pg, 'pool.query(«"SELECT * FROM u " + // all\n "WHERE id = " + id»);', "comment"],
  ["a value in a SQL comment", pg, "pool.query(«`SELECT * FROM u -- ${note}\nWHERE id = ${id}`»);", "comment"],
  ["a SQL comment with a placeholder", mysql, "db.query(«`SELECT * FROM u -- all?\nWHERE id = ${id}`»);", "comment"],
  ["a double-quoted name in PostgreSQL", pg, 'pool.query(«`SELECT * FROM u WHERE a = "${a}"`»);', "quoted name"],
  ["a double-quoted name where a name stands", mysql, 'db.query(«`SELECT * FROM "${a}"`»);', "takes no parameter"],
  ["a value escaped by hand", mysql, "db.query(«`SELECT * FROM u WHERE id = ${db.escape(id)}`»);", "escaped by hand"],
  ["a prefixed literal", pg, "pool.query(«`SELECT * FROM u WHERE a = E'${a}'`»);", "prefix"],
  ["an interval", pg, "pool.query(«`SELECT * FROM u WHERE at > now() - INTERVAL '${n} days'`»);", "takes no parameter"],
  ["a whole query from outside", pg, "pool.query(«req.body.sql»);", "begins with a value"],
];

const lite = "import sqlite3\n";
const psycopg = "import psycopg\n";
const mysqlclient = "import MySQLdb\n";
const django = "from django.db import connection, models\n";

const python: readonly (readonly [string, string, string, string])[] = [
  [
    "literals on lines of their own behind a value in quotes",
    lite,
    `db.execute(\n    «"SELECT * FROM u "\n    "WHERE a = '" + name + "' "\n    "ORDER BY b"»\n)`,
    `db.execute(\n    "SELECT * FROM u WHERE a = ?" +\n    " ORDER BY b", (name,)\n)`,
  ],
  [
    "f-string",
    lite,
    `cur.execute(«f"SELECT * FROM u WHERE name = '{name}' AND id = {id}"»)`,
    `cur.execute("SELECT * FROM u WHERE name = ? AND id = ?", (name, id))`,
  ],
  [
    "concatenation",
    lite,
    `cur.execute(«"SELECT * FROM u WHERE name = '" + request.args["name"] + "'"»)`,
    `cur.execute("SELECT * FROM u WHERE name = ?", (request.args["name"],))`,
  ],
  [
    "percent with one value",
    psycopg,
    `cur.execute(«"SELECT * FROM u WHERE name = '%s'" % name»)`,
    `cur.execute("SELECT * FROM u WHERE name = %s", (name,))`,
  ],
  [
    "percent with a tuple and LIKE",
    psycopg,
    `cur.execute(«"SELECT * FROM u WHERE name LIKE '%%%s%%' AND id = %d" % (name, id)»)`,
    `cur.execute("SELECT * FROM u WHERE name LIKE %s AND id = %s", (f"%{name}%", id))`,
  ],
  [
    "percent with a dict",
    mysqlclient,
    `cur.execute(«"SELECT * FROM u WHERE a = '%(a)s'" % {"a": value}»)`,
    `cur.execute("SELECT * FROM u WHERE a = %s", (value,))`,
  ],
  [
    "format",
    lite,
    `cur.execute(«"SELECT * FROM u WHERE a = '{}' AND b = {b}".format(a, b=c)»)`,
    `cur.execute("SELECT * FROM u WHERE a = ? AND b = ?", (a, c))`,
  ],
  [
    "a constant percent sign is doubled once parameters are passed",
    psycopg,
    `cur.execute(«f"SELECT * FROM u WHERE a LIKE 'x%' AND b = {b}"»)`,
    `cur.execute("SELECT * FROM u WHERE a LIKE 'x%%' AND b = %s", (b,))`,
  ],
  [
    "LIKE with a value that an f-string cannot hold",
    lite,
    `cur.execute(«f"SELECT * FROM u WHERE a LIKE '%{request.args['q']}%'"»)`,
    `cur.execute("SELECT * FROM u WHERE a LIKE ?", ("%{}%".format(request.args['q']),))`,
  ],
  [
    "triple quotes",
    lite,
    `cur.execute(«f"""\n    SELECT * FROM u\n    WHERE id = {id}\n"""»)`,
    `cur.execute("""\n    SELECT * FROM u\n    WHERE id = ?\n""", (id,))`,
  ],
  [
    "+=",
    lite,
    `sql = "SELECT * FROM u WHERE a = " + a\nsql += " AND b = '%s'" % b\ncur.execute(«sql»)`,
    `sql = "SELECT * FROM u WHERE a = ?"\nsql += " AND b = ?"\ncur.execute(sql, (a, b))`,
  ],
  [
    "literals side by side",
    lite,
    `cur.execute(\n    «"SELECT * FROM u "\n    f"WHERE a = '{a}' "\n    "ORDER BY b"»\n)`,
    `cur.execute(\n    "SELECT * FROM u "\n    "WHERE a = ? "\n    "ORDER BY b", (a,)\n)`,
  ],
  [
    "values that are passed already",
    psycopg,
    `cur.execute(«f"SELECT * FROM u WHERE a LIKE 'x%%' AND b LIKE '%%{b}%%' AND c = %s AND d = '{d}'"», (c,))`,
    `cur.execute("SELECT * FROM u WHERE a LIKE 'x%%' AND b LIKE %s AND c = %s AND d = %s", (f"%{b}%", c, d,))`,
  ],
  [
    "a cursor of Django",
    django,
    `cursor.execute(«f"SELECT * FROM u WHERE a LIKE 'x%' AND b = '{b}'"»)`,
    `cursor.execute("SELECT * FROM u WHERE a LIKE 'x%%' AND b = %s", (b,))`,
  ],
];

const refusedPython: readonly (readonly [string, string, string, string])[] = [
  ["a table name", lite, 'cur.execute(«f"SELECT * FROM {table}"»)', "takes no parameter"],
  ["a format that changes the value", lite, 'cur.execute(«f"SELECT * FROM u WHERE a = {a:>10}"»)', "formatted"],
  ["a conversion", lite, 'cur.execute(«f"SELECT * FROM u WHERE a = {a!r}"»)', "formatted"],
  ["a joined list", lite, `cur.execute(«"SELECT * FROM u WHERE a IN (%s)" % ",".join(ids)»)`, "one placeholder per element"],
  ["a script", lite, 'con.executescript(«f"DELETE FROM u WHERE a = {a}"»)', "takes no parameters"],
  ["LIMIT in MySQL", mysqlclient, 'cur.execute(«f"SELECT * FROM u LIMIT {n}"»)', "LIMIT"],
  ["%r", lite, 'cur.execute(«"SELECT * FROM u WHERE a = %r" % a»)', "formatted"],
  ["LIMIT in Django", django, 'cursor.execute(«f"SELECT * FROM u LIMIT {n}"»)', "LIMIT"],
  ["asyncpg", "import asyncpg\n", "conn.fetch(«f\"SELECT * FROM u WHERE a = '{a}'\"»)", "of the column's own type"],
  ["Oracle", "import cx_Oracle\n", "cur.execute(«f\"SELECT * FROM u WHERE a = '{a}'\"»)", "CHAR column"],
  ["SQLAlchemy", "from sqlalchemy import text\n", 'db.execute(«f"SELECT * FROM u WHERE a = {a}"»)', ":name"],
  ["two drivers", lite + psycopg, 'cur.execute(«f"SELECT * FROM u WHERE a = {a}"»)', "several drivers"],
];

describe("parameterizing a query", () => {
  before(startQueryFix);
  for (const [language, cases] of [
    ["javascript", javascript],
    ["python", python],
  ] as const) {
    for (const [title, head, before, after] of cases) {
      it(`${language}: ${title}`, () => expect(fixedQuery(language, head + before)).to.equal(head + after));
    }
  }
  for (const [language, cases] of [
    ["javascript", refusedJavascript],
    ["python", refusedPython],
  ] as const) {
    for (const [title, head, before, reason] of cases) {
      it(`${language}: refuses ${title}`, () =>
        expect(fixedQuery(language, head + before))
          .to.match(/^refused: /)
          .and.to.contain(reason));
    }
  }
  it("typescript: a typed variable", () => {
    expect(
      fixedQuery("typescript", `${pg}const sql: string = \`SELECT * FROM u WHERE id = \${id}\`;\nawait pool.query<User>(«sql»);`),
    ).to.equal(`${pg}const sql: string = "SELECT * FROM u WHERE id = $1";\nawait pool.query<User>(sql, [id]);`);
  });
});
