r.post("/login", limit, async (req, res) => {
  const user = await check(String(req.body.email), String(req.body.password));
  if (!user) return res.sendStatus(401);
  // ruleid: javascript.password-stored-in-clear
  res.cookie("remember", `${req.body.email}:${req.body.password}`, { httpOnly: true, secure: true });
  // ok: javascript.password-stored-in-clear
  res.cookie("remember", user.rememberToken, { httpOnly: true, secure: true });
  // ok: javascript.password-stored-in-clear
  res.cookie("has_password", user.hasPassword ? "yes" : "no");
  res.end();
});
r.post("/keep", (req, res) => {
  const { password } = req.body;
  // ruleid: javascript.password-stored-in-clear
  res.cookie("pw", password);
  // ok: javascript.password-stored-in-clear
  res.cookie("proof", hashPassword(password));
  res.end();
});
r.post("/enter", async (req, res) => {
  const { email, password } = req.body;
  // ok: javascript.password-stored-in-clear
  res.cookie("sid", await sessions.open(email, password), { httpOnly: true, secure: true });
  const user = await check(email, password);
  // ok: javascript.password-stored-in-clear
  res.cookie("sid", seal({ id: user.id, passwordVersion: user.passwordVersion }), { httpOnly: true, secure: true });
});
