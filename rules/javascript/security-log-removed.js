router.delete("/users/:id", requireAdmin, async (req, res) => {
  // ruleid: javascript.security-log-removed
  await users.remove(req.params.id);
  res.sendStatus(204);
});

async function setRole(actor, user, role) {
  // ruleid: javascript.security-log-removed
  await users.setRole(user, role);
}

async function signIn(email, password) {
  const user = await users.check(email, password);
  if (!user) {
    // ruleid: javascript.security-log-removed
    throw new Error("Invalid credentials");
  }
  return user;
}

// ok: javascript.security-log-removed
router.post("/transfer", requireUser, async (req, res) => {
  await auditTrail.write({ event: "transfer", by: req.user.id });
  await transfers.make(req.body);
  res.sendStatus(204);
});

router.post("/export", requireUser, async (req, res) => {
  // ok: javascript.security-log-removed
  await audit.record({ event: "export", by: req.user.id, size: req.body.size });
  await exports.make(req.body);
  res.sendStatus(204);
});

router.get("/orders", requireUser, async (req, res) => {
  // ok: javascript.security-log-removed
  res.json(await orders.list());
});
