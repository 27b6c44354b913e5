router.delete("/users/:id", requireAdmin, async (req, res) => {
  await audit.record({ event: "user.deleted", by: req.user.id, id: req.params.id });
  await users.remove(req.params.id);
  res.sendStatus(204);
});

async function setRole(actor, user, role) {
  auditLog("role.changed", actor, user, role);
  await users.setRole(user, role);
}

async function signIn(email, password) {
  const user = await users.check(email, password);
  if (!user) {
    logger.warn("failed sign-in", { email });
    throw new Error("Invalid credentials");
  }
  return user;
}

router.post("/transfer", requireUser, async (req, res) => {
  await audit.record({ event: "transfer", by: req.user.id });
  await transfers.make(req.body);
  res.sendStatus(204);
});

router.post("/export", requireUser, async (req, res) => {
  await audit.record({ event: "export", by: req.user.id });
  await exports.make(req.body);
  res.sendStatus(204);
});

router.get("/orders", requireUser, async (req, res) => {
  logger.warn("slow query", { path: req.path });
  res.json(await orders.list());
});
