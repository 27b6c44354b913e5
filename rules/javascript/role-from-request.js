app.delete("/users/:id", async (req, res) => {
  // ruleid: javascript.role-from-request
  if (req.body.isAdmin) {
    await users.remove(req.params.id);
  }
  res.end();
});
app.get("/all", (req, res) => {
  // ruleid: javascript.role-from-request
  if (req.headers["x-user-role"] === "admin") return res.json(users.all());
  res.sendStatus(403);
});
app.get("/reports", (req, res) => {
  // ruleid: javascript.role-from-request
  const list = req.cookies.role === "admin" ? reports.all() : reports.own(req.user);
  res.json(list);
});
app.delete("/posts/:id", async (req, res) => {
  // ok: javascript.role-from-request
  if (req.user.isAdmin) {
    await posts.remove(req.params.id);
  }
  res.end();
});
app.put("/roles", (req, res) => {
  // ok: javascript.role-from-request
  if (!req.body.role) return res.sendStatus(400);
  roles.set(req.user.id, req.body.role);
});
app.put("/members", (req, res) => {
  // ok: javascript.role-from-request
  if (!["reader", "writer"].includes(req.body.role)) return res.sendStatus(400);
  // ok: javascript.role-from-request
  if (session.role === "admin") members.set(req.body);
  res.end();
});
