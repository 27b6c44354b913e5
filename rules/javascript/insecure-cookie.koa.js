const OPEN = { maxAge: 3600_000, httpOnly: false };
const PLAIN = { maxAge: 3600_000, httpOnly: true, secure: false };
const SAFE = { maxAge: 3600_000, httpOnly: true, secure: true, sameSite: "lax" };
router.post("/login", async (ctx) => {
  const session = await open(ctx);
  // ruleid: javascript.insecure-cookie
  ctx.cookies.set("session", session.id, OPEN);
  // ruleid: javascript.insecure-cookie
  ctx.cookies.set("token", session.token, PLAIN);
  // ok: javascript.insecure-cookie
  ctx.cookies.set("session", session.id, SAFE);
  // ok: javascript.insecure-cookie
  ctx.cookies.set("session", session.id);
});
