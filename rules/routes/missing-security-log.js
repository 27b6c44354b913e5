const router = require("express").Router();
const logger = require("./logger");

// ok: routes.missing-security-log
router.post("/login", async (req, res) => {
  const user = await users.check(req.body);
  if (!user) {
    logger.warn("sign-in failed", { name: req.body.name, ip: req.ip });
    return res.status(401).json({ error: "wrong" });
  }
  res.json(start(user));
});

// ok: routes.missing-security-log
router.post("/admin/login", async (req, res) => {
  try {
    res.json(await admins.enter(req.body));
  } catch (error) {
    logger.warn({ error, ip: req.ip }, "sign-in of an administrator failed");
    res.sendStatus(401);
  }
});

// ruleid: routes.missing-security-log
router.post("/partner/login", async (req, res) => {
  const partner = await partners.check(req.body);
  if (!partner) return res.status(401).json({ error: "wrong" });
  res.json(start(partner));
});

// ok: routes.missing-security-log
router.post("/device/login", async (req, res) => {
  const device = await devices.check(req.body);
  if (!device) {
    trackFailure(req);
    return res.status(401).end();
  }
  res.json(start(device));
});

// ok: routes.missing-security-log
router.put("/orders/:id", async (req, res) => {
  const order = await orders.find(req.params.id);
  if (order.owner !== req.user.id) {
    logger.warn("denied", { user: req.user.id, order: order.id });
    return res.status(403).end();
  }
  res.json(await order.update(req.body.lines));
});

// ok: routes.missing-security-log
router.delete("/orders/:id", async (req, res) => {
  const order = await orders.find(req.params.id);
  if (order.owner !== req.user.id) {
    logger.warn("denied", { user: req.user.id, order: order.id });
    throw new ForbiddenError();
  }
  res.json(await order.remove());
});

// ruleid: routes.missing-security-log
router.get("/orders/:id/invoice", async (req, res) => {
  const order = await orders.find(req.params.id);
  if (order.owner !== req.user.id) return res.sendStatus(403);
  res.json(order.invoice);
});

// ok: routes.missing-security-log
router.get("/orders/:id", async (req, res) => {
  const found = await fetchOrder(req.params.id);
  if (found.status === 403) return res.json({ retry: true });
  res.json(found.order);
});

// ok: routes.missing-security-log
router.put("/users/:id/password", async (req, res) => {
  const user = await users.find(req.params.id);
  await user.setPassword(req.body.password);
  logger.info("password changed", { user: user.id });
  res.end();
});

// ok: routes.missing-security-log
router.post("/reset-password", async (req, res) => {
  await users.updateOne({ id: await owner(req.body.code) }, { $set: { passwordHash: await hash(req.body.password) } });
  logger.info("password reset");
  res.end();
});

// ruleid: routes.missing-security-log
router.patch("/staff/:id/password", async (req, res) => {
  const member = await staff.find(req.params.id);
  member.passwordHash = await hash(req.body.password);
  await member.save();
  res.end();
});

// ok: routes.missing-security-log
router.post("/register", async (req, res) => {
  const user = new User(req.body.name);
  user.passwordHash = await hash(req.body.password);
  res.json(await user.save());
});
