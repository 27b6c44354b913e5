import { expect } from "chai";
import { fixedQuery, startQueryFix } from "./queryFix.ts";

const pg = 'const { Pool } = require("pg");\n';
const mysql = 'import mysql from "mysql2/promise";\n';
const maybe = "a part of the query is built before it is clear that the query uses it exactly once";
const beside = "a part of the query has a value beside a part that is put together elsewhere";
const better = 'const Database = require("better-sqlite3");\n';

const listed = "const where = [\"a = 1\"];\n  if (b) {\n    where.push(`b = '${b}'`);\n  }\n  ";
const byName = 'const byName = " AND b = \'" + b + "\'";\n  ';

/** Parts with values that the query has only sometimes, or several times: title, body and reason. */
const uncertain: readonly (readonly [string, string, string])[] = [
  [
    "a list that one branch joins and another does not",
    `${listed}let sql = "SELECT 1 FROM u";\n  if (c) {\n    sql += " WHERE " + where.join(" AND ");\n  } else {\n    sql += \` WHERE d = '\${d}'\`;\n  }\n  await pool.query(«sql»);`,
    maybe,
  ],
  [
    "a list that is joined behind another condition",
    `${listed}let sql = "SELECT 1 FROM u";\n  if (c) sql += " WHERE " + where.join(" AND ");\n  await pool.query(«sql»);`,
    maybe,
  ],
  [
    "a list that is left out on another condition",
    `${listed}const clause = c ? "" : "WHERE " + where.join(" AND ");\n  await pool.query(«\`SELECT 1 FROM u \${clause}\`»);`,
    maybe,
  ],
  [
    "a list that is left out although it holds a value",
    `${listed}const clause = where.length > 2 ? "WHERE " + where.join(" AND ") : "";\n  await pool.query(«\`SELECT 1 FROM u \${clause}\`»);`,
    maybe,
  ],
  [
    "a list of which one is joined where another holds something",
    `const more = [];\n  if (c) {\n    more.push("c = 1");\n  }\n  ${listed}const clause = more.length ? "WHERE " + where.join(" AND ") : "";\n  await pool.query(«\`SELECT 1 FROM u \${clause}\`»);`,
    maybe,
  ],
  [
    "a text that a loop adds each time",
    `${listed}const clause = where.join(" AND ");\n  let sql = "SELECT 1 FROM u";\n  for (const t of list) sql += " UNION SELECT 1 FROM x WHERE " + clause;\n  await pool.query(«sql»);`,
    maybe,
  ],
  [
    "a text that is added in a branch",
    `${byName}let sql = "SELECT 1 FROM u WHERE a = 1";\n  if (c) sql += byName;\n  await pool.query(«sql»);`,
    maybe,
  ],
  [
    "a text that is put into a list in a branch",
    `const where = ["a = 1"];\n  const byName = \`b = '\${b}'\`;\n  if (c) {\n    where.push(byName);\n  }\n  await pool.query(«"SELECT 1 FROM u WHERE " + where.join(" AND ")»);`,
    maybe,
  ],
  [
    "a text that is chosen",
    `${byName}const clause = c ? byName : " AND d = 1";\n  await pool.query(«\`SELECT 1 FROM u WHERE a = 1 \${clause}\`»);`,
    maybe,
  ],
  [
    "a text that is added where something may fail",
    `${byName}let sql = "SELECT 1 FROM u WHERE a = 1";\n  try {\n    c();\n    sql += byName;\n  } catch {}\n  await pool.query(«sql»);`,
    maybe,
  ],
  [
    "a list that is emptied",
    `${listed}if (c) where.length = 0;\n  await pool.query(«"SELECT 1 FROM u WHERE " + where.join(" AND ")»);`,
    "where is used for something else too",
  ],
  [
    "a text whose length is asked for",
    `let sql = "SELECT 1 FROM u WHERE a = 1";\n  if (b) {\n    sql += " AND b = '" + b + "'";\n  }\n  if (sql.length > 40) sql += " LIMIT 1";\n  await pool.query(«sql»);`,
    "sql is used for something else too",
  ],
  [
    "a value beside a list",
    `${listed}await pool.query(«\`SELECT 1 FROM u WHERE d = '\${d}' AND \${where.join(" AND ")}\`»);`,
    beside,
  ],
  [
    "a value beside a list, in a part",
    `${listed}let sql = "SELECT 1 FROM u";\n  sql += \` WHERE d = '\${d}' AND \${where.join(" AND ")}\`;\n  await pool.query(«sql»);`,
    beside,
  ],
];

/** Title, first lines of the file, the body of a function before with the finding marked, and after. */
const javascript: readonly (readonly [string, string, string, string])[] = [
  [
    "conditions in branches: $1",
    pg,
    `let sql = "SELECT 1 FROM u WHERE a = 1";
  if (b) {
    sql += " AND b = '" + b + "'";
  }
  if (c) sql += \` AND c = '\${c}' AND d = '\${d}'\`;
  await pool.query(«sql»);`,
    `const params = [];
  let sql = "SELECT 1 FROM u WHERE a = 1";
  if (b) {
    params.push(b);
    sql += " AND b = $" + params.length;
  }
  if (c) {
    params.push(c, d);
    sql += \` AND c = $\${params.length - 1} AND d = $\${params.length}\`;
  }
  await pool.query(sql, params);`,
  ],
  [
    "values in the first part: $1",
    pg,
    `let sql = \`SELECT 1 FROM u WHERE a = '\${a}'\`;
  if (b) {
    sql += \` AND b = \${b}\`;
  }
  await pool.query(«sql»);`,
    `const params = [a];
  let sql = "SELECT 1 FROM u WHERE a = $1";
  if (b) {
    params.push(b);
    sql += \` AND b = $\${params.length}\`;
  }
  await pool.query(sql, params);`,
  ],
  [
    "a value that changes before the query runs",
    pg,
    "let sql = `SELECT 1 FROM u WHERE a = '${a}'`;\n  a = 2;\n  await pool.query(«sql»);",
    'const params = [a];\n  let sql = "SELECT 1 FROM u WHERE a = $1";\n  a = 2;\n  await pool.query(sql, params);',
  ],
  [
    "a list of conditions: ?",
    mysql,
    `const where = [];
  if (a) where.push(\`a = '\${a}'\`);
  else {
    where.push(\`b LIKE '%\${b}%'\`);
  }
  const clause = where.length ? "WHERE " + where.join(" AND ") : "";
  await db.query(«\`SELECT 1 FROM u \${clause} ORDER BY a\`»);`,
    `const params = [];
  const where = [];
  if (a) {
    params.push(a);
    where.push("a = ?");
  }
  else {
    params.push(\`%\${b}%\`);
    where.push("b LIKE ?");
  }
  const clause = where.length ? "WHERE " + where.join(" AND ") : "";
  await db.query(\`SELECT 1 FROM u \${clause} ORDER BY a\`, params);`,
  ],
  [
    "a list that is joined into a text, and a loop",
    better,
    `const values = 1;
  let sql = "SELECT 1 FROM u";
  const where = ["a = 1"];
  for (const b of list) {
    where.push("b = '" + b + "'");
  }
  if (where.length > 1) sql += " WHERE " + where.join(" OR ");
  return db.prepare(«sql»).all();`,
    `const values = 1;
  const params = [];
  let sql = "SELECT 1 FROM u";
  const where = ["a = 1"];
  for (const b of list) {
    params.push(b);
    where.push("b = ?");
  }
  if (where.length > 1) sql += " WHERE " + where.join(" OR ");
  return db.prepare(sql).all(...params);`,
  ],
  ...(
    [
      [
        "another query that the text is used for",
        `let sql = "SELECT 1 FROM u";\n  if (b) {\n    sql += " WHERE b = '" + b + "'";\n  }\n  log(sql);\n  await pool.query(«sql»);`,
        "sql is used for something else too",
      ],
      [
        "a text that is given anew",
        `let sql = "SELECT 1 FROM u";\n  if (b) {\n    sql = "SELECT 2 FROM u WHERE b = '" + b + "'";\n  }\n  await pool.query(«sql»);`,
        "sql is put together in branches",
      ],
      [
        "a list in a function of its own",
        `const where = [];\n  list.forEach((b) => {\n    where.push("b = '" + b + "'");\n  });\n  await pool.query(«"SELECT 1 FROM u WHERE " + where.join(" OR ")»);`,
        "the query is put together in branches in a way that cannot be followed",
      ],
      [
        "a name in a condition",
        `const where = [];\n  if (b) {\n    where.push("a." + b + " = 1");\n  }\n  await pool.query(«"SELECT 1 FROM u WHERE " + where.join(" OR ")»);`,
        "a value is part of a name or a number in the query",
      ],
      [
        "parts in another order than they run in",
        `const where = [];\n  const sets = [];\n  if (b) {\n    where.push("b = '" + b + "'");\n  }\n  if (c) {\n    sets.push("c = '" + c + "'");\n  }\n  await pool.query(«"UPDATE u SET " + sets.join(", ") + " WHERE " + where.join(" AND ")»);`,
        "the order in which the parts of the query are put together cannot be told",
      ],
      [
        "values that are passed already",
        `const where = ["d = $1"];\n  if (b) {\n    where.push("b = '" + b + "'");\n  }\n  await pool.query(«"SELECT 1 FROM u WHERE " + where.join(" OR ")», [d]);`,
        "the query has placeholders already",
      ],
      ...uncertain,
    ] as const
  ).map(([name, body, refused]) => [name, pg, body, `refused: ${refused}`] as const),
];

const python: readonly (readonly [string, string, string, string])[] = [
  [
    "conditions in branches: ?",
    "import sqlite3\n",
    `sql = "SELECT 1 FROM u WHERE a > 0"
    if b:
        sql += f" AND b = '{b}'"
    elif c:
        sql += " AND c = '" + c + "' AND d = '%s'" % d
    return db.execute(«sql + " ORDER BY a"»)`,
    `params = []
    sql = "SELECT 1 FROM u WHERE a > 0"
    if b:
        params.append(b)
        sql += " AND b = ?"
    elif c:
        params.extend([c, d])
        sql += " AND c = ? AND d = ?"
    return db.execute(sql + " ORDER BY a", params)`,
  ],
  [
    "a list of conditions: %s",
    "import psycopg\n",
    `conditions = []
    if b:
        conditions.append(f"b LIKE '%{b}'")
    if c:
        conditions.append("c = '%s'" % c)
    where = " AND ".join(conditions) if conditions else "TRUE"
    cur.execute(«f"SELECT 1 FROM u WHERE {where}"»)`,
    `params = []
    conditions = []
    if b:
        params.append(f"%{b}")
        conditions.append("b LIKE %s")
    if c:
        params.append(c)
        conditions.append("c = %s")
    where = " AND ".join(conditions) if conditions else "TRUE"
    cur.execute(f"SELECT 1 FROM u WHERE {where}", params)`,
  ],
  [
    "percent signs in other parts",
    "import psycopg\n",
    `sql = "SELECT 1 FROM u WHERE a LIKE 'x%'"\n    if b:\n        sql += f" AND b = '{b}'"\n    cur.execute(«sql»)`,
    "refused: the query holds percent signs in parts without values",
  ],
  [
    "a driver of which it is not known whether it takes a list",
    "import pymssql\n",
    `sql = "SELECT 1 FROM u WHERE a = 1"\n    if b:\n        sql += f" AND b = '{b}'"\n    cur.execute(«sql»)`,
    "refused: whether this driver takes a list that grows cannot be told",
  ],
  [
    "a text that is certain to be added",
    "import sqlite3\n",
    `extra = f" AND b = '{b}'"
    sql = "SELECT 1 FROM u WHERE a > 0"
    sql += extra
    if c:
        sql += f" AND c = '{c}'"
    return db.execute(«sql»)`,
    `params = [b]
    extra = " AND b = ?"
    sql = "SELECT 1 FROM u WHERE a > 0"
    sql += extra
    if c:
        params.append(c)
        sql += " AND c = ?"
    return db.execute(sql, params)`,
  ],
  [
    "a text that is put into a list in a branch",
    "import sqlite3\n",
    `where = ["a > 0"]\n    if b:\n        where.append(f"b = '{b}'")\n    extra = f"c = '{c}'"\n    if c:\n        where.append(extra)\n    db.execute(«"SELECT 1 FROM u WHERE " + " AND ".join(where)»)`,
    `refused: ${maybe}`,
  ],
  [
    "a list that is joined behind another condition",
    "import sqlite3\n",
    `where = ["a > 0"]\n    if b:\n        where.append(f"b = '{b}'")\n    sql = "SELECT 1 FROM u"\n    if c:\n        sql += " WHERE " + " AND ".join(where)\n    db.execute(«sql»)`,
    `refused: ${maybe}`,
  ],
  [
    "a list that an expression joins only sometimes",
    "import sqlite3\n",
    `where = ["a > 0"]\n    if b:\n        where.append(f"b = '{b}'")\n    db.execute(«"SELECT 1 FROM u" + (" WHERE " + " AND ".join(where) if len(where) > 0 and c else "")»)`,
    `refused: ${maybe}`,
  ],
  [
    "a value beside a list",
    "import sqlite3\n",
    `where = ["a > 0"]\n    if b:\n        where.append(f"b = '{b}'")\n    db.execute(«f"SELECT 1 FROM u WHERE c LIKE '{c}' AND " + " AND ".join(where)»)`,
    `refused: ${beside}`,
  ],
  [
    "a condition on one line",
    "import sqlite3\n",
    `sql = "SELECT 1 FROM u WHERE a = 1"\n    if b: sql += f" AND b = '{b}'"\n    db.execute(«sql»)`,
    "refused: a part of the query shares its line with other code",
  ],
];

describe("a query that grows in branches", () => {
  before(startQueryFix);
  for (const [name, head, code, expected] of javascript)
    it(`in JavaScript: ${name}`, () => {
      const write = (body: string): string => `${head}async function find(pool, db, a, b, c, d, list) {\n  ${body}\n}\n`;
      expect(fixedQuery("javascript", write(code))).to.equal(expected.startsWith("refused") ? expected : write(expected));
    });
  for (const [name, head, code, expected] of python)
    it(`in Python: ${name}`, () => {
      const write = (body: string): string => `${head}\n\ndef find(db, cur, a, b, c, d):\n    ${body}\n`;
      expect(fixedQuery("python", write(code))).to.equal(expected.startsWith("refused") ? expected : write(expected));
    });
});
