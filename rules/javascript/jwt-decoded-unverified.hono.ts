import { decode, verify } from "hono/jwt";

app.use("/api/*", async (c, next) => {
  const token = (c.req.header("authorization") ?? "").replace(/^Bearer /, "");
  // ruleid: javascript.jwt-decoded-unverified
  const { payload } = decode(token);
  c.set("user", payload);
  await next();
});
app.use("/own/*", async (c, next) => {
  const token = (c.req.header("authorization") ?? "").replace(/^Bearer /, "");
  // ok: javascript.jwt-decoded-unverified
  const { header } = decode(token);
  c.set("user", await verify(token, keys[header.kid], "RS256"));
  await next();
});

app.get("/cookie", async (c) => {
  const held = getCookie(c, "session") ?? "";
  // ruleid: javascript.jwt-decoded-unverified
  const { payload } = decode(held);
  return c.json(payload);
});
