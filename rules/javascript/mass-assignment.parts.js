router.put("/me/settings", async (req, res) => {
  const user = await User.findByPk(req.user.id);
  // ruleid: javascript.mass-assignment
  Object.assign(user, req.body.settings);
  await user.save();
});

router.put("/teams/:id", async (req, res) => {
  // ruleid: javascript.mass-assignment
  await Team.updateOne({ _id: String(req.params.id) }, { $set: req.body.team });
  // ok: javascript.mass-assignment
  await Team.updateOne({ _id: String(req.params.id) }, { $set: { name: String(req.body.team.name) } });
});

router.patch("/me", validate(Profile), async (req, res) => {
  const user = await User.findByPk(req.user.id);
  // ok: javascript.mass-assignment
  await user.update(req.body);
});

router.patch("/you", [body("name").isString()], validate, async (req, res) => {
  const user = await User.findByPk(req.user.id);
  // ruleid: javascript.mass-assignment
  await user.update(req.body);
});
