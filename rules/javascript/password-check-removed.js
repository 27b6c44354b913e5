app.post("/login", async (req, res) => {
  const user = await users.byEmail(String(req.body.email));
  // ruleid: javascript.password-check-removed
  if (!user) {
    return res.status(401).end();
  }
  res.json({ token: sign(user.id) });
});

async function signIn(email, password) {
  const account = await accounts.find(email);
  // ruleid: javascript.password-check-removed
  const isRight = true;
  if (!isRight) throw new Error("wrong");
  return openSession(account);
}

passport.use(
  new LocalStrategy(async (name, password, done) => {
    const user = await User.findOne({ name });
    // ruleid: javascript.password-check-removed
    if (!user) return done(null, false);
    return done(null, user);
  }),
);

app.post("/sessions", async (req, res) => {
  const member = await members.byName(String(req.body.name));
  // ok: javascript.password-check-removed
  if (!member || !(await argon2.verify(member.hash, String(req.body.password)))) return res.status(401).end();
  res.json({ token: sign(member.id) });
});

async function changePassword(member, password) {
  // ok: javascript.password-check-removed
  await assertPassword(member, password);
  await members.save(member);
}

async function register(email, password) {
  // ok: javascript.password-check-removed
  return accounts.add(email, password);
}

async function assertPassword(member, password) {
  if (!(await bcrypt.compare(password, member.hash))) throw new Error("wrong");
}
