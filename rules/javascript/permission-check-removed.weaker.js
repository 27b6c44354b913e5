router.post("/flags/:id", requireAuth, async (req, res) => {
  // Asked in one environment only.
  if (process.env.NODE_ENV === "production" && req.user.role !== "admin") return res.sendStatus(403);
  // ruleid: javascript.permission-check-removed
  await flags.remove(req.params.id);
  res.sendStatus(204);
});

router.put("/roles/:id", requireAuth, async (req, res) => {
  // Noted, and nobody is turned away.
  if (req.user.role !== "admin") console.warn("forbidden");
  // ruleid: javascript.permission-check-removed
  await roles.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.put("/teams/:id", requireAuth, async (req, res) => {
  if (!req.user.isAdmin) {
    logger.warn("not an admin, forbidden", { user: req.user.id });
  }
  // ruleid: javascript.permission-check-removed
  await teams.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.put("/plans/:id", requireAuth, async (req, res) => {
  if (req.user.role !== "admin" && req.user.role !== "owner") return res.sendStatus(403);
  // ok: javascript.permission-check-removed
  await plans.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.put("/seats/:id", requireAuth, async (req, res) => {
  if (req.user.role !== "admin") {
    logger.warn("forbidden");
    return res.sendStatus(403);
  }
  // ok: javascript.permission-check-removed
  await seats.save(req.params.id, req.body.name);
  res.sendStatus(204);
});

router.put("/dumps/:id", requireAuth, async (req, res) => {
  if (process.env.NODE_ENV === "production" && !req.user.isAdmin) return res.status(403).end();
  // ok: javascript.permission-check-removed
  await dumps.save(req.params.id, req.body.name);
  res.sendStatus(204);
});
