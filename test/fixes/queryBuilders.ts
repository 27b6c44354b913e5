/** Query builders and ORMs that take raw SQL, run on real databases where they can be installed. */

import { schema, startPostgres } from "./databases.ts";
import { type Driver, type Form, forms, javascript, python, withList } from "./queryDrivers.ts";

/** A tagged template binds only what stands in it, so a query that is put together before is left to a person. */
const atTheCall = forms.filter(({ name }) => !name.includes("+="));

/** Only what stands after WHERE. */
const conditions: readonly Form[] = forms.map((form) => {
  const cut = (source: string): string => source.replaceAll(/SELECT id, name FROM users WHERE | ORDER BY id/g, "");
  return { ...form, javascript: cut(form.javascript), python: cut(form.python) };
});

const connection =
  "{ host: process.env.PGHOST, port: Number(process.env.PGPORT), user: process.env.PGUSER, database: process.env.PGDATABASE }";
const answer = (call: string): string => `const rows = await ${call};\n  res.json(rows);`;

export const builders: readonly Driver[] = [
  {
    name: "Knex on PostgreSQL",
    forms: withList("?"),
    start: startPostgres,
    program: javascript(
      'const makeKnex = require("knex");',
      `const knex = makeKnex({ client: "pg", connection: ${connection}, pool: { min: 0, max: 1 } });`,
      (query) => `const { rows } = await knex.raw(${query});\n  res.json(rows);`,
      "knex.destroy()",
    ),
  },
  {
    name: "whereRaw() of Knex on PostgreSQL",
    start: startPostgres,
    forms: conditions,
    program: javascript(
      'const makeKnex = require("knex");',
      `const knex = makeKnex({ client: "pg", connection: ${connection}, pool: { min: 0, max: 1 } });`,
      (condition) => answer(`knex("users").select("id", "name").whereRaw(${condition})`),
      "knex.destroy()",
    ),
  },
  {
    name: "Sequelize on PostgreSQL",
    start: startPostgres,
    program: javascript(
      'const { QueryTypes, Sequelize } = require("sequelize");',
      `const { PGHOST: host, PGPORT: port, PGUSER: username, PGDATABASE: database } = process.env;
  const sequelize = new Sequelize({ dialect: "postgres", host, port, username, database, logging: false, pool: { max: 1 } });`,
      (query) => answer(`sequelize.query(${query}, { type: QueryTypes.SELECT })`),
      "sequelize.close()",
    ),
  },
  {
    name: "TypeORM's query builder on PostgreSQL",
    start: startPostgres,
    forms: conditions,
    program: javascript(
      'const { DataSource } = require("typeorm");',
      `const { PGHOST: host, PGPORT: port, PGUSER: username, PGDATABASE: database } = process.env;
  const source = new DataSource({ type: "postgres", host, port: Number(port), username, database, extra: { max: 1 } });
  await source.initialize();`,
      (condition) =>
        answer(`source.createQueryBuilder().select(["u.id", "u.name"]).from("users", "u").where(${condition}).getRawMany()`),
      "source.destroy()",
    ),
  },
  {
    name: "Drizzle on PostgreSQL",
    start: startPostgres,
    forms: atTheCall,
    program: javascript(
      'const { sql } = require("drizzle-orm");\nconst { drizzle } = require("drizzle-orm/node-postgres");\nconst { Pool } = require("pg");',
      "const pool = new Pool({ max: 1 });\n  const db = drizzle(pool);",
      (query) => `const { rows } = await db.execute(sql.raw(${query}));\n  res.json(rows);`,
      "pool.end()",
    ),
  },
  {
    name: "Postgres.js on PostgreSQL",
    start: startPostgres,
    forms: atTheCall,
    program: javascript(
      'const postgres = require("postgres");',
      `const sql = postgres({ ...${connection}, max: 1 });`,
      (query) => answer(`sql.unsafe(${query})`),
      "sql.end()",
    ),
  },
  {
    name: "D1, run through an adapter to node-sqlite3-wasm on SQLite",
    program: javascript(
      'const D1 = require("d1");',
      `const env = { DB: new D1() };\n  ${schema.map((statement) => `env.DB.run(${JSON.stringify(statement)})`).join("; ")};`,
      (query) => `const { results } = await env.DB.prepare(${query}).all();\n  res.json(results);`,
      "env.DB.close()",
    ),
  },
  {
    name: "SQLAlchemy's text() on SQLite",
    program: python(
      "from sqlalchemy import create_engine, text",
      `db = create_engine("sqlite://").connect()\nfor statement in ${JSON.stringify(schema)}:\n    db.execute(text(statement))`,
      (query) => `return db.execute(text(${query})).fetchall()`,
    ),
  },
  {
    name: "Django's raw() on SQLite",
    program: python(
      "import django\nfrom django.conf import settings",
      `settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
django.setup()
from django.db import connection, models

with connection.cursor() as cursor:
    for statement in ${JSON.stringify(schema)}:
        cursor.execute(statement)


class User(models.Model):
    id = models.IntegerField(primary_key=True)
    name = models.TextField()

    class Meta:
        app_label = "shop"
        db_table = "users"`,
      (query) => `return [(user.id, user.name) for user in User.objects.raw(${query})]`,
    ),
  },
];
