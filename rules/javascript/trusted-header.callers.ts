app.get("/me/notes", async (c) => {
  // ruleid: javascript.trusted-header
  const userId = c.req.header("x-user-id");
  if (!userId) return c.json({ error: "login" }, 401);
  return c.json(await notes.forUser(userId));
});
app.get("/orders", async (req, res) => {
  // ruleid: javascript.trusted-header
  const userId = req.headers["x-user-id"];
  if (!userId) return res.status(401).end();
  res.json(await orders.of(userId));
});
function caller(req, res, next) {
  // ruleid: javascript.trusted-header
  const accountId = req.get("x-account-id");
  if (!accountId) throw new UnauthorizedError();
  next();
}
// A session says who it is.
app.get("/mine", async (c) => {
  // ok: javascript.trusted-header
  const userId = (await sessionOf(c))?.userId;
  if (!userId) return c.json({}, 401);
  return c.json(await notes.forUser(userId));
});
// For the log alone.
app.get("/seen", async (req, res) => {
  // ok: javascript.trusted-header
  const userId = req.headers["x-user-id"];
  log(userId);
  res.end();
});
app.get("/trace", async (req, res) => {
  // ok: javascript.trusted-header
  const requestId = req.headers["x-request-id"];
  if (!requestId) return res.status(400).end();
  res.end();
});
app.get("/mine", (req, res) => {
  if (!safeEqual(req.get("x-gateway-secret"), SECRET)) return res.sendStatus(403);
  // ok: javascript.trusted-header
  const userId = req.get("x-user-id");
  if (!userId) return res.status(401).end();
  res.json({ userId });
});
