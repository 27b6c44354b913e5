const bcrypt = require("bcrypt");

app.post("/register", async (req, res) => {
  // ruleid: javascript.password-stored-in-clear
  await User.create({ name: req.body.name, password: req.body.password });
  res.end();
});

app.post("/register2", async (req, res) => {
  const { name, password } = req.body;
  // ruleid: javascript.password-stored-in-clear
  await pool.query("INSERT INTO users (name, password) VALUES ($1, $2)", [name, password]);
  // ruleid: javascript.password-stored-in-clear
  const user = new User({ name, password: password });
  await user.save();
  res.end();
});

app.post("/register3", async (req, res) => {
  const { name, password } = req.body;
  const hashed = await bcrypt.hash(password, 12);
  // ok: javascript.password-stored-in-clear
  await User.create({ name, password: hashed });
  // ok: javascript.password-stored-in-clear
  await pool.query("INSERT INTO users (name, password) VALUES ($1, $2)", [name, await bcrypt.hash(password, 12)]);
  // ok: javascript.password-stored-in-clear
  await pool.query("SELECT * FROM logins WHERE name = $1 AND password = $2", [name, password]);
  res.end();
});

app.post("/register", async (req, res) => {
  const { email, password } = req.body;
  const user = new User();
  user.email = email;
  // ruleid: javascript.password-stored-in-clear
  user.password = password;
  await user.save();
  res.sendStatus(201);
});
app.post("/register-hashed", async (req, res) => {
  const { email, password } = req.body;
  const user = new User();
  user.email = email;
  // ok: javascript.password-stored-in-clear
  user.password = await argon2.hash(password);
  await user.save();
  res.sendStatus(201);
});

app.post("/reset/confirm", async (req, res) => {
  const { id, password } = req.body;
  // ruleid: javascript.password-stored-in-clear
  await users.update(id, { password });
  // ruleid: javascript.password-stored-in-clear
  await User.updateOne({ _id: id }, { $set: { password: req.body.password } });
  // ruleid: javascript.password-stored-in-clear
  await prisma.user.update({ where: { id }, data: { password } });
  // ruleid: javascript.password-stored-in-clear
  await knex("users").where({ id }).update({ password });
  // ok: javascript.password-stored-in-clear
  await prisma.user.update({ where: { id }, data: { password: await bcrypt.hash(password, 12) } });
  // ok: javascript.password-stored-in-clear
  await supabase.auth.update(id, { password });
  // ok: javascript.password-stored-in-clear
  await accountService.update(id, { password });
  res.sendStatus(204);
});

app.post("/list", (req, res) => {
  // ruleid: javascript.password-stored-in-clear
  db.users.push({ mail: req.body.mail, password: req.body.password });
  // ok: javascript.password-stored-in-clear
  db.users.push({ mail: req.body.mail, password: hashPassword(req.body.password) });
  // ok: javascript.password-stored-in-clear
  checks.push({ password: req.body.password });
  res.end();
});
