app.get("/login", async (req, res) => {
  // ruleid: javascript.password-in-query
  res.json(await signIn(req.query.username, req.query.password));
});

router.get("/reset", async (ctx) => {
  // ruleid: javascript.password-in-query
  ctx.body = await reset(ctx.query["new_password"]);
});

app.get("/pay", async (req, res) => {
  // ruleid: javascript.password-in-query
  const { amount, cardNumber } = req.query;
  res.json(await pay(amount, cardNumber));
});

app.post("/login", async (req, res) => {
  // ok: javascript.password-in-query
  res.json(await signIn(req.body.username, req.body.password));
  // ok: javascript.password-in-query
  const { page } = req.query;
  // ok: javascript.password-in-query
  log(req.query.passwordHint);
});

hono.get("/login", async (c) => {
  // ruleid: javascript.password-in-query
  const password = c.req.query("password");
  // ok: javascript.password-in-query
  const page = c.req.query("page");
  return c.json(await signIn(password, page));
});
app.use((req, res, next) => {
  // ruleid: javascript.password-in-query
  if (!valid(req.query.access_token)) return res.sendStatus(401);
  next();
});
app.get("/feed", (req, res) => {
  // ruleid: javascript.password-in-query
  const { api_key, page } = req.query;
  res.json(feed(api_key, page));
});
app.get("/verify", (req, res) => {
  // ok: javascript.password-in-query
  res.json(confirm(req.query.token));
});
