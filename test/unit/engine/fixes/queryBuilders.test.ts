import { expect } from "chai";
import type { LanguageId } from "../../../../server/engine/tree/rawTree.ts";
import { fixedQuery, startQueryFix } from "./queryFix.ts";

const knex = 'const knex = require("knex")(config);\n';
const sequelize = 'import { Sequelize } from "sequelize";\n';
const typeorm = 'import { Repository } from "typeorm";\n';
const alchemy = "from sqlalchemy import text\n";

/** Title, language, first lines of the file, the code before with the finding marked, the code after or why there is none. */
const cases: readonly (readonly [string, LanguageId, string, string, string])[] = [
  [
    "Prisma: what is compared with LIKE",
    "typescript",
    "",
    "const rows = await prisma.$queryRawUnsafe<User[]>(«`SELECT id FROM \"User\" WHERE name ILIKE '%${term}%'`»);",
    'const rows = await prisma.$queryRaw<User[]>`SELECT id FROM "User" WHERE name ILIKE ${`%${term}%`}`;',
  ],
  [
    "Prisma: a statement",
    "javascript",
    "",
    "await this.prisma.$executeRawUnsafe(«\"DELETE FROM a WHERE b LIKE '\" + c + \"%' AND d = '\\\\`'\"»);",
    "refused: a quoted text in the query holds a backslash, which drivers read differently",
  ],
  [
    "Prisma: a backtick in the text is kept",
    "javascript",
    "",
    'await this.prisma.$executeRawUnsafe(«"DELETE FROM `a` WHERE b LIKE \'" + c + "%\'"»);',
    "await this.prisma.$executeRaw`DELETE FROM \\`a\\` WHERE b LIKE ${`${c}%`}`;",
  ],
  [
    "Prisma: a column of an unknown type",
    "javascript",
    "",
    "prisma.$queryRawUnsafe(«`SELECT * FROM a WHERE id = '${id}'`»);",
    "refused: Prisma sends text as text, and the types of the columns are not known here; write the value into a $queryRaw template, with a cast where the column holds no text",
  ],
  [
    "Prisma: values are passed already",
    "javascript",
    "",
    "prisma.$queryRawUnsafe(«`SELECT * FROM a WHERE b LIKE '${b}'`», c);",
    "refused: the call passes parameters already",
  ],
  [
    "Drizzle: the text becomes a template of sql",
    "typescript",
    'import { sql } from "drizzle-orm";\n',
    "await db.execute(«sql.raw(`select * from a where b = '${b}' and c > ${c}`)»);",
    "await db.execute(sql`select * from a where b = ${b} and c > ${c}`);",
  ],
  [
    "Drizzle: a query that is put together before",
    "typescript",
    'import { sql } from "drizzle-orm";\n',
    "const query = `select * from a where b = '${b}'`;\nawait db.execute(«sql.raw(query)»);",
    "refused: write the query as a template where it runs: a tag binds only the values of its own template",
  ],
  [
    "Drizzle: a sort order",
    "typescript",
    'import { sql } from "drizzle-orm";\n',
    "db.select().from(a).orderBy(«sql.raw(`b ${order}`)»);",
    "refused: a value stands where SQL takes no parameter (a name, a sort order or a piece of SQL); choose it from a list of allowed ones",
  ],
  [
    "Kysely",
    "typescript",
    'import { sql } from "kysely";\n',
    "await sql.raw<Row>(«`select * from a where b = ${b}`»).execute(db);",
    "await sql<Row>`select * from a where b = ${b}`.execute(db);",
  ],
  [
    "Postgres.js in a field",
    "javascript",
    "",
    'return this.sql.unsafe(«"select * from a where b = " + b + " limit " + n»);',
    "return this.sql`select * from a where b = ${b} limit ${n}`;",
  ],
  [
    "Knex: a condition",
    "javascript",
    knex,
    "query.whereRaw(«`a = '${a}' AND b > ${b}`»);",
    'query.whereRaw("a = ? AND b > ?", [a, b]);',
  ],
  [
    "Knex: raw text in another call",
    "javascript",
    "",
    'query.andWhere(«trx.raw("a = \'" + a + "\'")»);',
    'query.andWhere(trx.raw("a = ?", [a]));',
  ],
  [
    "Knex: values are passed already",
    "javascript",
    knex,
    "knex.raw(«`select * from a where b = ${b} and c = ?`», [c]);",
    'knex.raw("select * from a where b = ? and c = ?", [b, c]);',
  ],
  [
    "Knex: values that the query has no place for",
    "javascript",
    knex,
    "knex.raw(«`select * from a where b = ${b}`», [c]);",
    "refused: the call passes another number of values than the query has places for",
  ],
  [
    "raw() of something unknown",
    "javascript",
    "",
    "store.raw(«`select * from a where b = ${b}`»);",
    "refused: the database driver cannot be told from this file, and placeholders differ between drivers; write the one of yours and hand the values over beside the query",
  ],
  [
    "Sequelize: options over several lines",
    "typescript",
    sequelize,
    "await db.query(«`SELECT 1 FROM a WHERE b = ${b}`», {\n  type: QueryTypes.SELECT,\n  logging: false,\n});",
    'await db.query("SELECT 1 FROM a WHERE b = ?", {\n  replacements: [b],\n  type: QueryTypes.SELECT,\n  logging: false,\n});',
  ],
  [
    "Sequelize: empty options",
    "typescript",
    sequelize,
    "await db.query(«`SELECT 1 FROM a WHERE b = ${b}`», {});",
    'await db.query("SELECT 1 FROM a WHERE b = ?", { replacements: [b] });',
  ],
  [
    "Sequelize: replacements are passed already",
    "typescript",
    sequelize,
    "await db.query(«`SELECT 1 FROM a WHERE b = ${b} AND c = :c`», { replacements: { c } });",
    "refused: the call passes parameters already",
  ],
  [
    "Sequelize: options from elsewhere",
    "typescript",
    sequelize,
    "await db.query(«`SELECT 1 FROM a WHERE b = ${b}`», options);",
    "refused: the options of the call are put together elsewhere",
  ],
  [
    "TypeORM: names as the values have them, one for equal values",
    "typescript",
    typeorm,
    "qb.where(«`o.a = '${query.a}' OR o.b = '${query.a}' OR o.c LIKE '${c}%'`»);",
    'qb.where("o.a = :a OR o.b = :a OR o.c LIKE :c", { a: query.a, c: `${c}%` });',
  ],
  [
    "TypeORM: a name that the builder has already",
    "typescript",
    typeorm,
    'qb.where("o.a = :a", { a: 1 }).andWhere(«`o.b = ${a}`»);',
    'qb.where("o.a = :a", { a: 1 }).andWhere("o.b = :a2", { a2: a });',
  ],
  [
    "D1: a value is bound to the statement",
    "javascript",
    "",
    "await c.env.DB.prepare(«`SELECT * FROM a WHERE b = ${b}`»).first();",
    'await c.env.DB.prepare("SELECT * FROM a WHERE b = ?").bind(b).first();',
  ],
  [
    "D1: values are bound already",
    "javascript",
    "",
    "await c.env.DB.prepare(«`SELECT * FROM a WHERE b = ${b}`»).bind(c).first();",
    "refused: the call passes parameters already",
  ],
  [
    "SQLAlchemy: names, with a keyword of Python",
    "python",
    alchemy,
    "session.execute(«text(f\"SELECT 1 FROM a WHERE b = '{b}' AND c::text LIKE '%{args['class']}%' AND d > '12:30'\")»)",
    "session.execute(text(\"SELECT 1 FROM a WHERE b = :b AND c::text LIKE :class_value AND d > '12:30'\").bindparams(b=b, class_value=\"%{}%\".format(args['class'])))",
  ],
  [
    "SQLAlchemy: a variable",
    "python",
    "import sqlalchemy as sa\n",
    'query = "SELECT 1 FROM a WHERE b = %s" % b\nconn.execute(«sa.text(query)»)',
    'query = "SELECT 1 FROM a WHERE b = :b"\nconn.execute(sa.text(query).bindparams(b=b))',
  ],
  [
    "SQLAlchemy: places for values already",
    "python",
    alchemy,
    'session.execute(«text(f"SELECT 1 FROM a WHERE b = \'{b}\' AND c = :c")», {"c": c})',
    "refused: the query has placeholders already",
  ],
  [
    "text() of something else",
    "python",
    "from reportlab import text\n",
    "session.execute(«text(f\"SELECT 1 FROM a WHERE b = '{b}'\")»)",
    "refused: the database driver cannot be told from this file, and placeholders differ between drivers; write the one of yours and hand the values over beside the query",
  ],
  [
    "Django: a list beside the query",
    "python",
    "",
    "User.objects.raw(«f\"SELECT id FROM a WHERE b = '{b}'\"»)",
    'User.objects.raw("SELECT id FROM a WHERE b = %s", [b])',
  ],
  [
    "Django: what a comprehension goes over runs once",
    "python",
    "",
    "sql = \"SELECT id FROM a WHERE b = '%s'\" % b\nnames = [u.name for u in User.objects.raw(«sql»)]",
    'sql = "SELECT id FROM a WHERE b = %s"\nnames = [u.name for u in User.objects.raw(sql, [b])]',
  ],
  [
    "Django: in the body of a comprehension it runs again and again",
    "python",
    "",
    "sql = \"SELECT id FROM a WHERE b = '%s'\" % b\nnames = [User.objects.raw(«sql») for u in us]",
    "refused: the query runs in a loop or another function",
  ],
  [
    "a query in a callback of another call",
    "javascript",
    'const { Pool } = require("pg");\n',
    "consumer.run({ each: async ({ m }) => { await pool.query(«`UPDATE a SET b = 1 WHERE c = '${m.c}'`»); } });",
    'consumer.run({ each: async ({ m }) => { await pool.query("UPDATE a SET b = 1 WHERE c = $1", [m.c]); } });',
  ],
  [
    "a query in the argument of another call",
    "javascript",
    'const { Pool } = require("pg");\n',
    "res.json((await pool.query(«`SELECT * FROM a WHERE b = ${b}`»)).rows);",
    'res.json((await pool.query("SELECT * FROM a WHERE b = $1", [b])).rows);',
  ],
  [
    "a query that is said to be text",
    "typescript",
    'import { Pool } from "pg";\n',
    "pool.query((«`SELECT * FROM a WHERE b = ${b as string}`» as string));",
    'pool.query(("SELECT * FROM a WHERE b = $1" as string), [b]);',
  ],
  [
    "a name in a query that passes parameters already",
    "javascript",
    'const { Pool } = require("pg");\n',
    "pool.query(«`SELECT * FROM ${table} WHERE id = $1`», [id]);",
    "refused: a value stands where SQL takes no parameter (a name, a sort order or a piece of SQL); choose it from a list of allowed ones, such as a constant SORT_COLUMNS or TABLES of this file",
  ],
];

describe("the query fix for query builders and ORMs", () => {
  before(startQueryFix);
  for (const [title, language, head, before, after] of cases)
    it(title, () => {
      const fixed = fixedQuery(language, head + before);
      expect(fixed.startsWith("refused") ? fixed : fixed.slice(head.length)).to.equal(after);
    });
});
