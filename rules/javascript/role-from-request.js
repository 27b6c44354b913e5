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

app.post("/register", async (req, res) => {
  const { email, password, role } = req.body;
  // ruleid: javascript.role-from-request
  const user = await User.create({ email, passwordHash: await hash(password), role });
  res.status(201).json({ id: user.id });
});

export const signup = async (req, res) => {
  // ruleid: javascript.role-from-request
  const user = new User({ email: req.body.email, role: req.body.role || "member" });
  // ok: javascript.role-from-request
  const member = new User({ email: req.body.email, role: "member" });
  res.json({ id: user.id, other: member.id });
};

app.post("/members", requireRole("admin"), async (req, res) => {
  const { email, role } = req.body;
  // ok: javascript.role-from-request
  const user = await User.create({ email, role });
  res.status(201).json({ id: user.id });
});

app.post("/register", async (req, res) => {
  const { email, role } = req.body;
  if (!["reader", "writer"].includes(role)) return res.sendStatus(400);
  // ok: javascript.role-from-request
  const user = await User.create({ email, role });
  res.status(201).json({ id: user.id });
});

app.post("/users/:id/role", requireAuth, requireRole("admin"), async (req, res) => {
  // ok: javascript.role-from-request
  const role = req.body.role === "admin" ? "admin" : "member";
  await users.setRole(req.params.id, role);
  res.end();
});
app.post("/users/:id/label", requireAuth, async (req, res) => {
  // ruleid: javascript.role-from-request
  const role = req.body.role === "admin" ? "admin" : "member";
  await users.setRole(req.params.id, role);
  res.end();
});
members.use(requireAuth, requirePermission("members.write"));
members.post("/:id/role", async (req, res) => {
  // ok: javascript.role-from-request
  if (req.body.role === "owner") await members.handOver(req.params.id);
  res.end();
});

function requireAdmin(req, res, next) {
  const role = req.headers["x-user-role"] ?? req.user.role;
  // ruleid: javascript.role-from-request
  if (role !== "admin") return res.sendStatus(403);
  next();
}
app.get("/reports", (req, res) => {
  const role = req.cookies.role;
  // ruleid: javascript.role-from-request
  if (role === "manager") return res.json(reports.all());
  res.json(reports.own());
});
function requireStaff(req, res, next) {
  const role = req.user.role;
  // ok: javascript.role-from-request
  if (role !== "staff") return res.sendStatus(403);
  next();
}
const requireRole = (role) => (req, res, next) => {
  const given = req.headers["x-role"] ?? req.query.role;
  // ruleid: javascript.role-from-request
  if (given === role) return next();
  const own = req.user.role;
  // ok: javascript.role-from-request
  if (own === role) return next();
  res.sendStatus(403);
};

hono.get("/keys", async (c) => {
  // ruleid: javascript.role-from-request
  const isAdmin = getCookie(c, "role") === "admin";
  // ok: javascript.role-from-request
  const dark = getCookie(c, "theme") === "dark";
  return c.json({ dark, keys: isAdmin ? await keys() : [] });
});
module.exports = (req, res) => {
  const user = JSON.parse(req.cookies.user);
  // ruleid: javascript.role-from-request
  if (user.role === "admin") return res.json(reports);
  res.sendStatus(403);
};
function panel(req, res) {
  const text = Buffer.from(req.cookies.profile, "base64").toString();
  const profile = JSON.parse(text);
  // ruleid: javascript.role-from-request
  if (!profile.isAdmin) return res.sendStatus(403);
  res.json(reports);
}
function panelWell(req, res) {
  const user = JSON.parse(decrypt(req.cookies.user));
  // ok: javascript.role-from-request
  if (user.role === "admin") return res.json(reports);
  res.sendStatus(403);
}
