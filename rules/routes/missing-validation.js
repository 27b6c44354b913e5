import { Hono } from "hono";
import { zValidator } from "@hono/zod-validator";

const app = new Hono();
// ok: routes.missing-validation
app.post("/orders", zValidator("json", order), (c) => c.json(create(c.req.json())));
// ok: routes.missing-validation
app.put("/orders/:id", async (c) => {
  const body = order.safeParse(await c.req.json());
  return c.json(change(body));
});
// ruleid: routes.missing-validation
app.patch("/orders/:id", async (c) => {
  const body = await c.req.json();
  return c.json(change(body));
});
// ruleid: routes.missing-validation
app.post("/refunds", async (c) => c.json(refund(await c.req.json())));
// ok: routes.missing-validation
app.get("/orders", (c) => c.json(all()));
// ok: routes.missing-validation
app.delete("/orders/:id", (c) => c.json(remove(c.req.param("id"))));
// ok: routes.missing-validation
app.post("/files", async (req, res) => {
  if (!Buffer.isBuffer(req.body)) return res.sendStatus(415);
  res.json(await keep(req.body));
});
