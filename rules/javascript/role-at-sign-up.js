const app = require("express")();

app.post("/register", async (req, res) => {
  const { name, email, role } = req.body;
  // ruleid: javascript.role-at-sign-up
  const user = await db.users.insertOne({ name: String(name), email: String(email), role: role || "user" });
  res.status(201).json({ id: user.insertedId });
});

app.post("/sign-up", async (req, res) => {
  // ruleid: javascript.role-at-sign-up
  const user = new User({ name: req.body.name, isAdmin: req.body.isAdmin || false });
  await user.save();
  res.sendStatus(201);
});

app.post("/api/signup", function (req, res) {
  const account = createAccount(req.body.name);
  // ruleid: javascript.role-at-sign-up
  account.role = req.body.role;
  account.save();
  res.sendStatus(201);
});

app.post("/join", async (req, res) => {
  const { name, email } = req.body;
  // ok: javascript.role-at-sign-up
  await db.users.insertOne({ name: String(name), email: String(email), role: "user" });
  res.sendStatus(201);
});

app.post("/registration", async (req, res) => {
  const { name, role } = req.body;
  if (!["reader", "writer"].includes(role)) return res.sendStatus(400);
  // ok: javascript.role-at-sign-up
  await db.users.insertOne({ name: String(name), role });
  res.sendStatus(201);
});

app.post("/members/register", requireAdmin, async (req, res) => {
  const { name, role } = req.body;
  // ok: javascript.role-at-sign-up
  await db.users.insertOne({ name: String(name), role });
  res.sendStatus(201);
});

app.post("/messages", async (req, res) => {
  // ok: javascript.role-at-sign-up
  await db.messages.insertOne({ text: String(req.body.text), role: req.body.role });
  res.sendStatus(201);
});
