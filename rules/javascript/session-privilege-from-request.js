app.post("/login", async (req, res) => {
  await check(req.body.name, req.body.password);
  // ruleid: javascript.session-privilege-from-request
  req.session.role = req.body.role;
  res.end();
});
app.post("/switch", (req, res) => {
  // ruleid: javascript.session-privilege-from-request
  req.session.userId = req.query.user;
  res.end();
});
app.post("/plan", (req, res) => {
  const { plan } = req.body;
  // ruleid: javascript.session-privilege-from-request
  req.session.plan = plan;
  res.end();
});
app.post("/signin", async (req, res) => {
  const user = await users.findOne({ name: req.body.name });
  // ok: javascript.session-privilege-from-request
  req.session.role = user.role;
  // ok: javascript.session-privilege-from-request
  req.session.theme = req.body.theme;
  res.end();
});
app.post("/guest", (req, res) => {
  // ok: javascript.session-privilege-from-request
  req.session.role = "guest";
  res.end();
});

app.post("/preferences", (req, res) => {
  // ruleid: javascript.session-privilege-from-request
  req.session[req.body.key] = req.body.value;
});

app.post("/login", async (req, res) => {
  const user = await signIn(req.body.name, req.body.password);
  // ok: javascript.session-privilege-from-request
  req.session.userId = user.id;
});
