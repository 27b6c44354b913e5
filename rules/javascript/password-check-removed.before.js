app.post("/login", async (req, res) => {
  const user = await users.byEmail(String(req.body.email));
  if (!user || !(await bcrypt.compare(String(req.body.password), user.passwordHash))) {
    return res.status(401).end();
  }
  res.json({ token: sign(user.id) });
});

async function signIn(email, password) {
  const account = await accounts.find(email);
  const isRight = await argon2.verify(account.hash, password);
  if (!isRight) throw new Error("wrong");
  return openSession(account);
}

passport.use(
  new LocalStrategy(async (name, password, done) => {
    const user = await User.findOne({ name });
    if (!user || !user.comparePassword(password)) return done(null, false);
    return done(null, user);
  }),
);

app.post("/sessions", async (req, res) => {
  const member = await members.byName(String(req.body.name));
  if (!member || !(await bcrypt.compare(String(req.body.password), member.hash))) return res.status(401).end();
  res.json({ token: sign(member.id) });
});

async function changePassword(member, password) {
  if (!(await bcrypt.compare(password, member.hash))) throw new Error("wrong");
  await members.save(member);
}

async function register(email, password) {
  if (!validatePassword(password)) throw new RangeError("too short");
  return accounts.add(email, password);
}
