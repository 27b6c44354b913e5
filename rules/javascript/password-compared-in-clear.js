async function login(req, res) {
  const user = await User.findOne({ name: String(req.body.name) });
  // ruleid: javascript.password-compared-in-clear
  if (user.password === req.body.password) return res.json(user.id);
  return res.status(401).end();
}

function loginRow(row, password) {
  // ruleid: javascript.password-compared-in-clear
  if (row.password !== password) throw new Error("wrong");
  return row;
}

function loginList(users, name, password) {
  // ruleid: javascript.password-compared-in-clear
  return users.find((u) => u.name === name && u.password === password);
}

async function loginHash(user, password) {
  // ok: javascript.password-compared-in-clear
  return bcrypt.compare(password, user.password);
}

function register(form) {
  // ok: javascript.password-compared-in-clear
  return form.password === form.passwordConfirm;
}

function loginDigest(user, passwordHash) {
  // ok: javascript.password-compared-in-clear
  return user.password === passwordHash;
}

// ruleid: javascript.password-compared-in-clear
if (!user || user.pw !== password) return refuse();
// ok: javascript.password-compared-in-clear
if (!user || !(await verifyPassword(user.pw, password))) return refuse();

vault.post("/unlock", async (req, res) => {
  const entry = await db.vault.find(req.session.userId);
  // ruleid: javascript.password-compared-in-clear
  if (req.body.pin == entry.pin) return res.json(entry.items);
  // ok: javascript.password-compared-in-clear
  if (entry.pin === null) return res.sendStatus(409);
  res.sendStatus(403);
});
