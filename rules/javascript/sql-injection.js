import { Pool } from "pg";
import mysql from "mysql2/promise";
import Database from "better-sqlite3";

const pool = new Pool();
const connection = await mysql.createConnection(process.env.DATABASE_URL);
const db = new Database("shop.db");

app.get("/users/:name", async (req, res) => {
  // ruleid: javascript.sql-injection
  const found = await pool.query("SELECT * FROM users WHERE name = '" + req.params.name + "'");
  // ok: javascript.sql-injection
  const safe = await pool.query("SELECT * FROM users WHERE name = $1", [req.params.name]);
  res.json([found.rows, safe.rows]);
});

app.get("/orders", async (req, res) => {
  const { status, page } = req.query;
  let sql = "SELECT id, total FROM orders";
  if (status) {
    sql += ` WHERE status = '${status}'`;
  }
  // ruleid: javascript.sql-injection
  const [rows] = await connection.execute(sql);
  // ok: javascript.sql-injection
  const [more] = await connection.execute(`SELECT id FROM orders LIMIT ${Number(page)}, 20`);
  res.json({ rows, more });
});

router.post("/login", (request, response) => {
  const { email, password } = request.body;
  // ruleid: javascript.sql-injection
  const user = db.prepare(`SELECT * FROM users WHERE email = '${email}' AND password = '${password}'`).get();
  // ok: javascript.sql-injection
  const same = db.prepare("SELECT * FROM users WHERE email = ?").get(email);
  response.json({ user, same });
});

app.delete("/notes", async (ctx) => {
  // ruleid: javascript.sql-injection
  await pool.query({ text: "DELETE FROM notes WHERE id = " + ctx.query.id, values: [] });
  // ok: javascript.sql-injection
  await pool.query({ text: "DELETE FROM notes WHERE id = $1", values: [ctx.query.id] });
});

app.get("/sorted", async (req, res) => {
  const ALLOWED_COLUMNS = ["name", "created_at"];
  const column = req.query.sort;
  if (!ALLOWED_COLUMNS.includes(column)) return res.status(400).end();
  // ok: javascript.sql-injection
  const list = await pool.query(`SELECT name FROM users ORDER BY ${column}`);
  // ok: javascript.sql-injection
  const cached = cache.get(req.query.key);
  // ok: javascript.sql-injection
  const graph = await apolloClient.query({ query: GET_USER, variables: { id: req.params.id } });
  res.json([list, cached, graph]);
});

app.post("/many", async (req, res) => {
  const marks = req.body.ids.map((_, index) => `$${index + 1}`).join(", ");
  // ok: javascript.sql-injection
  res.json(await pool.query(`SELECT * FROM users WHERE id IN (${marks})`, req.body.ids));
});

app.get("/escaped", (req, res) => {
  // ok: javascript.sql-injection
  connection.query("SELECT * FROM users WHERE name = " + connection.escape(req.query.name));
  // ok: javascript.sql-injection
  pool.query(sql`SELECT * FROM users WHERE name = ${req.query.name}`);
});

app.get("/taken-apart", async (req, res) => {
  const { query, body: form } = req;
  // ruleid: javascript.sql-injection
  const first = await pool.query("SELECT * FROM users WHERE name = '" + query.name + "'");
  // ruleid: javascript.sql-injection
  const second = await pool.query(`SELECT * FROM users WHERE name = '${form.name}'`);
  // ok: javascript.sql-injection
  const third = await pool.query("SELECT * FROM users WHERE name = $1", [form.name]);
  res.json([first, second, third]);
});

app.get("/in-parameters", ({ query: { name } }, res) => {
  // ruleid: javascript.sql-injection
  pool.query("SELECT * FROM users WHERE name = '" + name + "'").then((found) => res.json(found.rows));
});

export async function GET(request, { params }) {
  // ruleid: javascript.sql-injection
  const found = await pool.query(`SELECT * FROM users WHERE id = ${params.id}`);
  return Response.json(found.rows);
}

async function saveName(formData) {
  "use server";
  // ruleid: javascript.sql-injection
  await pool.query(`UPDATE users SET name = '${formData.get("name")}' WHERE id = 1`);
}

const resolvers = {
  Query: {
    // ruleid: javascript.sql-injection
    user: (_, { id }, context) => pool.query("SELECT * FROM users WHERE id = " + id),
    // ok: javascript.sql-injection
    order: (_, { id }, context) => pool.query("SELECT * FROM orders WHERE id = $1", [id]),
  },
};

// Requests that a handler takes apart.
exports.handler = async ({ queryStringParameters: { city = "x" } = {} }) =>
  // ruleid: javascript.sql-injection
  db.query(`SELECT name FROM shops WHERE city = '${city}'`);
server.route({
  path: "/stock",
  handler: async ({ query: { category } }, h) =>
    // ruleid: javascript.sql-injection
    db.query(`SELECT * FROM stock WHERE category = '${category}'`),
});
fastify.post("/notes", async ({ body: { owner } }) => {
  // ruleid: javascript.sql-injection
  return db.query(`SELECT * FROM notes WHERE owner = '${owner}'`);
});
app.get("/list", (req, res) => {
  const { query: { sort: order = "name" } = {} } = req;
  // ruleid: javascript.sql-injection
  res.json(db.query(`SELECT * FROM users ORDER BY ${order}`));
});
app.get("/ctx", async (ctx) => {
  const { request: { body } } = ctx;
  // ruleid: javascript.sql-injection
  ctx.body = await db.query(`SELECT * FROM users WHERE name = '${body.name}'`);
});
const procedures = {
  find: procedure.input(z.object({ term: z.string(), sort: z.string() })).query(({ input: { term, sort } }) =>
    // ruleid: javascript.sql-injection
    db.query(`SELECT * FROM users WHERE name LIKE $1 ORDER BY ${sort}`, [term])),
  list: procedure.input(z.object({ term: z.string(), sort: z.enum(["name", "price"]) })).query(({ input: { term, sort } }) =>
    // ok: javascript.sql-injection
    db.query(`SELECT * FROM users WHERE name LIKE $1 ORDER BY ${sort}`, [term])),
};
http.createServer(async (req, res) => {
  const [fields, files] = await formidable({}).parse(req);
  // ruleid: javascript.sql-injection
  db.query(`SELECT * FROM forms WHERE name = '${fields.name[0]}'`);
  // ok: javascript.sql-injection
  db.query(`UPDATE forms SET path = '${files.document[0].filepath}'`);
});
app.get("/columns", (req, res) => {
  const conditions = Object.entries({ customer: req.query.customer, status: "open" }).map(([column]) => `${column} = ?`);
  // ok: javascript.sql-injection
  res.json(db.query(`SELECT * FROM invoices WHERE ${conditions.join(" AND ")}`, [req.query.customer, "open"]));
});
app.get("/all-columns", (req, res) => {
  const conditions = Object.entries(req.query).map(([column]) => `${column} = ?`);
  // ruleid: javascript.sql-injection
  res.json(db.query(`SELECT * FROM invoices WHERE ${conditions.join(" AND ")}`, Object.values(req.query)));
});
// A function of the program that is handed such a part by nobody it does not know.
const show = ({ body }) => {
  // ok: javascript.sql-injection
  return db.query(`SELECT * FROM posts WHERE body = '${body}'`);
};

export const ask = async (event) => {
  const { email } = JSON.parse(event.body);
  // ruleid: javascript.sql-injection
  await dynamo.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM Users WHERE email = '${email}'` }));
  // ok: javascript.sql-injection
  return dynamo.send(new ExecuteStatementCommand({ Statement: "SELECT * FROM Users WHERE email = ?", Parameters: [{ S: email }] }));
};
