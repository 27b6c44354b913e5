const editableFields = ["name", "bio"];

app.post("/users", async (req, res) => {
  // ruleid: javascript.mass-assignment
  const user = await User.create(Object.fromEntries(editableFields.filter((key) => Object.hasOwn(req.body, key)).map((key) => [key, req.body[key]])));
  res.json(user);
});

app.put("/users/:id", async (req, res) => {
  // ruleid: javascript.mass-assignment
  await prisma.user.update({ where: { id: req.params.id }, data: { ...Object.fromEntries(editableFields.filter((key) => Object.hasOwn(req.body, key)).map((key) => [key, req.body[key]])) } });
  const user = await User.findById(req.params.id);
  // ruleid: javascript.mass-assignment
  Object.assign(user, Object.fromEntries(editableFields.filter((key) => Object.hasOwn(req.body, key)).map((key) => [key, req.body[key]])));
  // ruleid: javascript.mass-assignment
  for (const key in req.body) user[key] = req.body[key];
  // ok: javascript.mass-assignment
  for (const key of editableFields) user[key] = req.body[key];
  res.json(user);
});

app.post("/feeds", express.text({ type: "text/xml" }), (req, res) => {
  // ok: javascript.mass-assignment
  const feed = new Podcast(req.body);
  res.json(feed.titles());
});
app.post("/commands", async (req, res) => {
  // ok: javascript.mass-assignment
  res.json(await bus.run(new CreateUserCommand(req.body)));
});
