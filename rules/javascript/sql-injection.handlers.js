const express = require("express");
const app = express();
const router = express.Router();

// What a handler calls its request is up to it.
app.get("/a", (r, s) => {
  // ruleid: javascript.sql-injection
  db.query("SELECT * FROM notes WHERE name = '" + r.query.name + "'", (error, rows) => s.json(rows));
});
router.post("/b", auth, async (incoming, outgoing) => {
  const { name } = incoming.body;
  // ruleid: javascript.sql-injection
  outgoing.json(await db.query(`SELECT * FROM notes WHERE name = '${name}'`));
});
fastify.get("/c/:id", { preHandler: auth }, async (rq, rep) => {
  // ruleid: javascript.sql-injection
  return db.query(`SELECT * FROM notes WHERE id = ${rq.params.id}`);
});
hono.get("/d", async (h) => {
  // ruleid: javascript.sql-injection
  return h.json(await db.query(`SELECT * FROM notes WHERE name = '${h.req.query("name")}'`));
});
koa.post("/e", async function (k, next) {
  // ruleid: javascript.sql-injection
  k.body = await db.query(`SELECT * FROM notes WHERE name = '${k.request.body.name}'`);
});

app.get("/f", (r, s) => {
  // ok: javascript.sql-injection
  db.query("SELECT * FROM notes WHERE name = $1", [r.query.name], (error, rows) => s.json(rows));
  // ok: javascript.sql-injection
  db.query(`SELECT * FROM notes LIMIT ${Number(r.query.limit)}`);
});
// Something else that is asked for by a path: what comes back is no request.
cache.get("/g", (entry) => {
  // ok: javascript.sql-injection
  db.query(`SELECT * FROM ${entry.params.table} LIMIT 1`);
});
axios.get("/h", (answer) => {
  // ok: javascript.sql-injection
  db.query(`SELECT * FROM ${answer.query.table} LIMIT 1`);
});
app.get("/i", (r, s) => {
  // ok: javascript.sql-injection
  db.query(`SELECT * FROM notes_${r.app.version} LIMIT 1`);
});
