app.post("/users", async (req, res) => {
  // ruleid: javascript.mass-assignment
  const user = await User.create(req.body);
  // ok: javascript.mass-assignment
  const safe = await User.create({ name: req.body.name, email: req.body.email });
  res.json([user, safe]);
});

app.put("/users/:id", async (req, res) => {
  // ruleid: javascript.mass-assignment
  await User.findByIdAndUpdate(req.params.id, req.body, { new: true });
  const user = await User.findById(req.params.id);
  // ruleid: javascript.mass-assignment
  Object.assign(user, req.body);
  // ruleid: javascript.mass-assignment
  await prisma.user.update({ where: { id: req.params.id }, data: req.body });
  const { name } = req.body;
  // ok: javascript.mass-assignment
  await User.findByIdAndUpdate(req.params.id, { name });
  // ok: javascript.mass-assignment
  const copy = Object.assign({}, req.body);
  // ok: javascript.mass-assignment
  await prisma.user.update({ where: { id: req.params.id }, data: updateSchema.parse(req.body) });
  res.json(copy);
});

app.post("/drafts", async (request, reply) => {
  // ruleid: javascript.mass-assignment
  const draft = new Draft(request.body);
  await draft.save();
});

app.patch("/me", async (req, res) => {
  // ruleid: javascript.mass-assignment
  await prisma.user.update({ where: { id: req.user.id }, data: { ...req.body } });
  // ok: javascript.mass-assignment
  await prisma.user.update({ where: { id: req.user.id }, data: { bio: req.body.bio } });
});

router.put("/profile", async (req, res) => {
  // ruleid: javascript.mass-assignment
  for (const key in req.body) profile[key] = req.body[key];
  // ok: javascript.mass-assignment
  for (const key of ["bio", "city"]) profile[key] = req.body[key];
});

app.post("/hook", express.raw(), (req, res) => {
  // ok: javascript.mass-assignment
  const mac = crypto.createHmac("sha256", KEY).update(req.body).digest("hex");
  res.json({ mac });
});

router.put("/me", requireLogin, async (req, res) => {
  const user = await User.findByPk(req.session.userId);
  const { id, ...changes } = req.body;
  // ruleid: javascript.mass-assignment
  await user.update(changes);
  const { name, bio } = req.body;
  // ok: javascript.mass-assignment
  await user.update({ name, bio });
  const { password, ...shown } = user.toJSON();
  // ok: javascript.mass-assignment
  await Audit.create(shown);
  res.json({ ok: true });
});

app.put("/me", async (req, res) => {
  const user = await User.findByPk(req.session.userId);
  // ok: javascript.mass-assignment
  await user.update(req.body, { fields: ["displayName", "bio"] });
  // ruleid: javascript.mass-assignment
  await user.update(req.body, { silent: true });
  res.end();
});
