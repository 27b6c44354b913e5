import { sql as dsql } from "drizzle-orm";
const assert = require("assert");
const db = require("./db");
const TABLES = ["users", "orders"];
const FORM = /^[a-z_]{1,20}$/;

app.get("/a", (req, res) => {
  if (!TABLES.includes(req.query.table)) console.warn("unknown table");
  // ruleid: javascript.sql-injection
  db.query("SELECT * FROM " + req.query.table, (_, rows) => res.json(rows));
});

app.get("/b", (req, res) => {
  const { table } = req.query;
  assert(TABLES.includes(table), "unknown table");
  // ok: javascript.sql-injection
  db.query("SELECT * FROM " + table, (_, rows) => res.json(rows));
});

app.get("/c", (req, res) => {
  const { table } = req.query;
  if (!FORM.test(table)) return res.sendStatus(400);
  // ok: javascript.sql-injection
  db.query("SELECT * FROM " + table, (_, rows) => res.json(rows));
});

app.get("/d", (req, res) => {
  const { order } = req.query;
  if (!order.match(/^(asc|desc)$/)) return res.sendStatus(400);
  // ok: javascript.sql-injection
  db.query("SELECT * FROM users ORDER BY name " + order, (_, rows) => res.json(rows));
});

app.get("/e", (req, res) => {
  const { order } = req.query;
  if (!order.match(/^asc|desc$/)) return res.sendStatus(400);
  // ruleid: javascript.sql-injection
  db.query("SELECT * FROM users ORDER BY name " + order, (_, rows) => res.json(rows));
});

app.get("/f", (req, res) => {
  const columns = { name: "name", age: "birthday" };
  const { order } = req.query;
  if (!Object.hasOwn(columns, order)) return res.sendStatus(400);
  // ok: javascript.sql-injection
  db.query("SELECT * FROM users ORDER BY " + order, (_, rows) => res.json(rows));
});

const posts = router({
  byTitle: publicProcedure.input(z.object({ title: z.string() })).query(({ input }) => {
    // ruleid: javascript.sql-injection
    return db.query(`SELECT * FROM posts WHERE title = '${input.title}'`);
  }),
  byId: publicProcedure.input(z.object({ id: z.string().uuid() })).query(({ input }) => {
    // ok: javascript.sql-injection
    return db.query(`SELECT * FROM posts WHERE id = '${input.id}'`);
  }),
});

app.get("/g", (req, res) => {
  const column = TABLES.indexOf(req.query.sort) >= 0 ? req.query.sort : "users";
  // ok: javascript.sql-injection
  db.query("SELECT * FROM " + column, (_, rows) => res.json(rows));
  if (TABLES.indexOf(req.query.table) === -1) return res.sendStatus(400);
  // ok: javascript.sql-injection
  db.query("SELECT * FROM " + req.query.table, (_, rows) => res.json(rows));
});

app.get("/h", (req, res) => {
  if (TABLES.indexOf(req.query.table) !== -1) return res.sendStatus(400);
  // ruleid: javascript.sql-injection
  db.query("SELECT * FROM " + req.query.table, (_, rows) => res.json(rows));
});

app.get("/i", (req, res) => {
  const known = Object.keys(req.query).filter((key) => TABLES.includes(key));
  // ok: javascript.sql-injection
  db.query("SELECT " + known.join(", ") + " FROM users", (_, rows) => res.json(rows));
  const named = Object.keys(req.query).filter((key) => key.length > 2);
  // ruleid: javascript.sql-injection
  db.query("SELECT " + named.join(", ") + " FROM users", (_, rows) => res.json(rows));
});
app.get("/tagged", async (req, res) => {
  // ok: javascript.sql-injection
  res.json(await db.execute(dsql`SELECT * FROM users WHERE name = ${req.query.name}`));
  // ruleid: javascript.sql-injection
  res.json(await db.execute(text`SELECT * FROM users WHERE name = ${req.query.name}`));
});
