import { sql } from "drizzle-orm";

app.get("/a", async (c) => {
  const sort = c.req.query("sort");
  // ruleid: javascript.sql-injection-orm
  return c.json(await db.execute(sql`select * from posts order by ${sql.raw(sort)}`));
});

app.get("/b", async (c) => {
  const author = c.req.query("author");
  // ok: javascript.sql-injection-orm
  return c.json(await db.execute(sql`select * from posts where author = ${author}`));
});
