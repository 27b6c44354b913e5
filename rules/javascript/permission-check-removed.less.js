const signedIn = [log];
const forAdmins = [requireAdmin];

// ruleid: javascript.permission-check-removed
router.delete("/orders/:id", requireLogin, requireRole("user"), async (req, res) => {
  await orders.remove(req.params.id);
  res.sendStatus(204);
});

router.put("/orders/:id", requireLogin, async (req, res) => {
  const order = await orders.find(req.params.id);
  if (order.userId === req.user.id) return res.sendStatus(403);
  // ruleid: javascript.permission-check-removed
  await orders.save(order, req.body.note);
  res.sendStatus(204);
});

router.post("/orders/:id/cancel", requireLogin, async (req, res) => {
  const order = await orders.find(req.params.id);
  if (order.userId !== req.user.id && req.query.force !== "1") return res.sendStatus(403);
  // ruleid: javascript.permission-check-removed
  await orders.cancel(order);
  res.sendStatus(204);
});

router.post("/plans/:id", requireRole("admin"), async (req, res) => {
  // ok: javascript.permission-check-removed
  await plans.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.post("/teams/:id", async (req, res) => {
  const team = await teams.find(req.params.id);
  if (team.ownerId !== req.user.id && !req.user.isAdmin) return res.sendStatus(403);
  // ok: javascript.permission-check-removed
  await teams.save(team, req.body.name);
  res.sendStatus(204);
});

// ok: javascript.permission-check-removed
router.post("/notes/:id", ...forAdmins, async (req, res) => {
  await notes.save(req.params.id, req.body.text);
  res.sendStatus(204);
});
