app.get("/me", async (req, res) => {
  const user = await User.findById(req.user.id);
  // ruleid: javascript.password-in-answer
  res.json({ id: user.id, passwordHash: user.passwordHash });
  // ruleid: javascript.password-in-answer
  res.status(200).json({ name: user.name, password: user.password });
  // ruleid: javascript.password-in-answer
  res.send({ name: user.name, salt: user.salt });
  // ok: javascript.password-in-answer
  res.json({ id: user.id, name: user.name });
  // ok: javascript.password-in-answer
  res.json({ password: "is needed" });
  // ok: javascript.password-in-answer
  res.json({ hasPassword: user.passwordHash !== null });
});

router.get("/me", async (req, res) => {
  // ruleid: javascript.password-in-answer
  const user = await User.findById(req.user.id).select("+password +resetToken");
  res.json(user);
});
router.get("/me-short", async (req, res) => {
  // ok: javascript.password-in-answer
  const user = await User.findById(req.user.id).select("name email");
  res.json(user);
});
router.get("/members/:id", async (req, res) => {
  const { passwordHash, ...rest } = await prisma.user.findUnique({ where: { id: Number(req.params.id) } });
  // ruleid: javascript.password-in-answer
  res.json({ ...rest, passwordHash });
});
router.get("/people/:id", async (req, res) => {
  const { passwordHash, ...rest } = await prisma.user.findUnique({ where: { id: Number(req.params.id) } });
  // ok: javascript.password-in-answer
  res.json({ ...rest, passwordHash: undefined });
  // ok: javascript.password-in-answer
  res.json(rest);
});
