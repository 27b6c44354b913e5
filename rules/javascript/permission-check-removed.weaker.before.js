router.post("/flags/:id", requireAuth, async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  await flags.remove(req.params.id);
  res.sendStatus(204);
});

router.put("/roles/:id", requireAuth, async (req, res) => {
  if (req.user.role !== "admin") throw new ForbiddenError();
  await roles.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.put("/teams/:id", requireAuth, async (req, res) => {
  if (!req.user.isAdmin) {
    return res.status(403).json({ error: "forbidden" });
  }
  await teams.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.put("/plans/:id", requireAuth, async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  await plans.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.put("/seats/:id", requireAuth, async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  await seats.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.put("/dumps/:id", requireAuth, async (req, res) => {
  if (process.env.NODE_ENV === "production" && !req.user.isAdmin) return res.sendStatus(403);
  await dumps.save(req.params.id, req.body.name);
  res.sendStatus(204);
});
