router.post("/transfer", requireUser, async (req, res) => {
  const amount = Number(req.body.amount);
  const account = await ledger.account(req.user.id);
  // ruleid: javascript.negative-amount
  if (account.balance < amount) return res.status(409).json({ error: "insufficient funds" });
  await ledger.move(account.id, String(req.body.to), amount);
  res.sendStatus(204);
});
router.post("/withdraw", requireUser, async (req, res) => {
  const { amount } = req.body;
  const wallet = await Wallet.findOne({ owner: req.user.id });
  // ruleid: javascript.negative-amount
  if (wallet && wallet.balance >= amount) {
    wallet.balance -= amount;
    await wallet.save();
    return res.json(wallet.balance);
  }
  res.sendStatus(409);
});
router.post("/redeem", requireUser, async (req, res) => {
  const points = parseInt(req.body.points, 10);
  const member = await members.of(req.user.id);
  // ruleid: javascript.negative-amount
  if (points > member.points) return res.sendStatus(409);
  await members.redeem(member.id, points);
  res.sendStatus(204);
});

router.post("/transfer2", requireUser, async (req, res) => {
  const amount = Number(req.body.amount);
  if (!Number.isFinite(amount) || amount <= 0) return res.sendStatus(400);
  const account = await ledger.account(req.user.id);
  // ok: javascript.negative-amount
  if (account.balance < amount) return res.sendStatus(409);
  await ledger.move(account.id, String(req.body.to), amount);
  res.sendStatus(204);
});
router.post("/withdraw2", requireUser, async (req, res) => {
  const { amount } = req.body;
  const wallet = await Wallet.findOne({ owner: req.user.id });
  // ok: javascript.negative-amount
  if (amount > 0 && wallet.balance >= amount) {
    wallet.balance -= amount;
    await wallet.save();
  }
  res.sendStatus(204);
});
router.post("/withdraw3", requireUser, body("amount").isInt({ min: 1 }), async (req, res) => {
  const { amount } = req.body;
  const wallet = await Wallet.findOne({ owner: req.user.id });
  // ok: javascript.negative-amount
  if (wallet.balance < amount) return res.sendStatus(409);
  await wallet.take(amount);
  res.sendStatus(204);
});
router.post("/fee", requireUser, async (req, res) => {
  const fee = feeOf(req.body.plan);
  const wallet = await Wallet.findOne({ owner: req.user.id });
  // ok: javascript.negative-amount
  if (wallet.balance < fee) return res.sendStatus(409);
  await wallet.take(fee);
  res.sendStatus(204);
});
router.post("/order", requireUser, async (req, res) => {
  const { quantity } = req.body;
  if (!isPositive(quantity)) return res.sendStatus(400);
  const item = await Item.findById(String(req.body.item));
  // ok: javascript.negative-amount
  if (item.stock < quantity) return res.sendStatus(409);
  res.sendStatus(204);
});
router.post("/cart", requireUser, async (req, res) => {
  const quantity = Number(req.body.quantity);
  const price = await catalog.price(String(req.body.sku));
  // ruleid: javascript.negative-amount
  await carts.add(req.user.id, quantity * price);
  res.sendStatus(204);
});
router.post("/book", requireUser, async (req, res) => {
  const { room, nights } = req.body;
  const kind = await rooms.get(String(room));
  // ruleid: javascript.negative-amount
  await bookings.charge(req.user.id, kind.price * nights);
  res.sendStatus(204);
});
router.post("/cart-checked", requireUser, async (req, res) => {
  const quantity = Number(req.body.quantity);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 99) return res.sendStatus(400);
  const price = await catalog.price(String(req.body.sku));
  // ok: javascript.negative-amount
  await carts.add(req.user.id, quantity * price);
  res.sendStatus(204);
});
router.post("/size", requireUser, async (req, res) => {
  const { count } = req.body;
  // ok: javascript.negative-amount
  res.json({ pixels: count * tile.width });
});
app.post("/transfers", async (request, reply) => {
  const { toAccount, amount } = request.body;
  const account = await db.accounts.forUser(request.user.id);
  // ruleid: javascript.negative-amount
  if (account.balance < amount) return reply.code(409).send({ error: "insufficient funds" });
  await db.accounts.move(account.id, toAccount, amount);
});
routes.post("/points", async (c) => {
  const { points } = await c.req.json();
  // ruleid: javascript.negative-amount
  if (c.get("user").points < points) return c.json({}, 409);
  return c.json(await spend(points));
});
routes.post("/points/safe", async (c) => {
  const { points } = await c.req.json();
  if (!Number.isInteger(points) || points <= 0) return c.json({}, 400);
  // ok: javascript.negative-amount
  if (c.get("user").points < points) return c.json({}, 409);
  return c.json(await spend(points));
});
