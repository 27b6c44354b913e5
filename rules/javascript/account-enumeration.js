app.post("/login", async (req, res) => {
  const user = await users.find(req.body.email);
  // ruleid: javascript.account-enumeration
  if (!user) return res.status(404).json({ error: "User not found" });
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).json({ error: "Wrong password" });
  res.json(tokenFor(user));
});
async function signIn(name, password) {
  const account = await accounts.byName(name);
  // ruleid: javascript.account-enumeration
  if (!account) throw new AuthError("Unknown username");
  if (!(await argon2.verify(account.hash, password))) throw new AuthError("Wrong password");
  return account;
}
passport.use(new LocalStrategy(async (email, password, done) => {
  const user = await users.find(email);
  // ruleid: javascript.account-enumeration
  if (!user) return done(null, false, { message: "This email is not registered" });
  const fits = await bcrypt.compare(password, user.hash);
  done(null, fits && user);
}));
app.post("/signin", async (req, res) => {
  const user = await users.find(req.body.email);
  // ok: javascript.account-enumeration
  if (!user) return res.status(401).json({ error: "Email or password is wrong" });
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).json({ error: "Email or password is wrong" });
  res.json(tokenFor(user));
});
app.get("/users/:id", requireAdmin, async (req, res) => {
  const user = await users.find(req.params.id);
  // ok: javascript.account-enumeration
  if (!user) return res.status(404).json({ error: "User not found" });
  res.json(user);
});
async function changePassword(user, old, next) {
  // ok: javascript.account-enumeration
  if (!(await bcrypt.compare(old, user.hash))) throw new Error("The old password is wrong");
  user.hash = await bcrypt.hash(next, 12);
}

export default async function handler(req, res) {
  const { email, password } = req.body;
  const user = await users.byEmail(email);
  // ruleid: javascript.account-enumeration
  if (!user) return res.status(404).json({ error: "no account with this email" });
  if (!(await user.matches(password))) return res.status(401).json({ error: "wrong password" });
  // ok: javascript.account-enumeration
  return res.status(200).json({ id: user.id });
}

app.post("/sign-in", async (req, res) => {
  const user = await db.users.findByEmail(req.body.email);
  if (!user || !(await bcrypt.compare(req.body.password, user.passwordHash))) {
    // ok: javascript.account-enumeration
    return res.status(401).json({ error: "Invalid email or password" });
  }
  return res.json(tokenFor(user));
});

app.post("/token", async (req, res) => {
  const user = await db.users.findByEmail(req.body.email);
  // ok: javascript.account-enumeration
  if (!user) return res.status(401).json({ error: "Invalid email/password" });
  // ok: javascript.account-enumeration
  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).json({ error: "Invalid email/password" });
  // ok: javascript.account-enumeration
  if (user.locked) return res.status(401).json({ error: "No account matches this email and password" });
  return res.json(tokenFor(user));
});

app.post("/session", async (req, res) => {
  const user = await db.users.findByEmail(req.body.email);
  if (user && (await bcrypt.compare(req.body.password, user.hash))) {
    return res.json(tokenFor(user));
  } else {
    // ok: javascript.account-enumeration
    return res.status(401).json({ error: "Invalid username" });
  }
});

app.post("/sessions", async (req, res) => {
  const user = await db.users.findByEmail(req.body.email);
  if (!user || user.deleted) {
    // ruleid: javascript.account-enumeration
    return res.status(401).json({ error: "Invalid email" });
  } else if (!(await bcrypt.compare(req.body.password, user.hash))) {
    return res.status(401).json({ error: "Invalid password" });
  }
  return res.json(tokenFor(user));
});

router.post("/forgot-password", limit, async (req, res) => {
  const user = await users.byEmail(req.body.email);
  // ruleid: javascript.account-enumeration
  if (!user) return res.status(404).json({ error: "There is no account with this address" });
  await mail.reset(user);
  // ok: javascript.account-enumeration
  res.json({ message: "If there is such an account, a mail was sent." });
});
router.get("/accounts/:id", async (req, res) => {
  const account = await accounts.find(req.params.id);
  // ok: javascript.account-enumeration
  if (!account) return res.status(404).json({ error: "Account not found" });
  res.json(account);
});

router.post("/login", async (ctx) => {
  const user = await users.byEmail(ctx.request.body.email);
  // ruleid: javascript.account-enumeration
  if (!user) ctx.throw(404, "No account with this address");
  // ok: javascript.account-enumeration
  if (!(await bcrypt.compare(ctx.request.body.password, user.hash))) ctx.throw(401, "Wrong email or password");
  ctx.body = tokenFor(user);
});
