import OpenAI from "openai";
import { Pool } from "pg";

const client = new OpenAI();
const pool = new Pool();

export async function ask(question) {
  const answer = await client.chat.completions.create({ model: "m", messages: [{ role: "user", content: question }] });
  // ruleid: javascript.sql-from-model-output
  return pool.query(answer.choices[0].message.content);
}

server.tool("find_user", { name: z.string() }, async ({ name }) => {
  // ruleid: javascript.sql-from-model-output
  const found = await pool.query("SELECT * FROM users WHERE name = $1", [name]);
  return { content: [{ type: "text", text: JSON.stringify(found.rows) }] };
});

export async function chain(llm, question) {
  const query = await llm.invoke(question);
  // ruleid: javascript.sql-from-model-output
  return pool.query(query);
}

server.tool("find_order", { number: z.string() }, async ({ number }) => {
  // ok: javascript.sql-from-model-output
  const found = await pool.query("SELECT * FROM orders WHERE number = $1", [number]);
  return { content: [{ type: "text", text: JSON.stringify(found.rows) }] };
});

server.tool("first_orders", { count: z.number() }, async ({ count }) => {
  // ok: javascript.sql-from-model-output
  const found = await pool.query(`SELECT * FROM orders LIMIT ${Number(count)}`);
  return { content: [{ type: "text", text: JSON.stringify(found.rows) }] };
});

export async function fixed(llm, question) {
  await llm.invoke(question);
  // ok: javascript.sql-from-model-output
  return pool.query("SELECT count(*) FROM orders");
}

server.tool("rows", { table: z.enum(["hosts", "alerts"]), state: z.string() }, async (args) => {
  // ok: javascript.sql-from-model-output
  const all = db.prepare(`SELECT * FROM ${args.table} WHERE state = ?`).all(args.state);
  // ruleid: javascript.sql-from-model-output
  const some = db.prepare(`SELECT * FROM ${args.table} WHERE state = '${args.state}'`).all();
  return [all, some];
});
server.tool("count", { table: z.enum(["hosts", "alerts"]), state: z.string() }, async ({ table, state }) => {
  // ok: javascript.sql-from-model-output
  const all = db.prepare(`SELECT count(*) FROM ${table} WHERE state = ?`).all(state);
  // ruleid: javascript.sql-from-model-output
  return [all, db.prepare(`SELECT count(*) FROM ${table} WHERE ${state}`).all()];
});
