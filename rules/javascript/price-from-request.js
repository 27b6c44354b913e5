router.post("/checkout", requireUser, async (req, res) => {
  const amount = req.body.price * req.body.quantity;
  // ruleid: javascript.price-from-request
  await payments.charge(req.user.id, amount);
  res.sendStatus(204);
});
router.post("/intent", requireUser, async (req, res) => {
  const { total, currency } = req.body;
  const intent = await stripe.paymentIntents.create({
    // ruleid: javascript.price-from-request
    amount: Math.round(total * 100),
    currency,
  });
  res.json({ secret: intent.client_secret });
});
router.post("/session", requireUser, async (req, res) => {
  const session = await stripe.checkout.sessions.create({
    mode: "payment",
    line_items: req.body.items.map((item) => ({
      quantity: item.quantity,
      // ruleid: javascript.price-from-request
      price_data: { currency: "eur", product_data: { name: item.name }, unit_amount: item.price },
    })),
  });
  res.json({ url: session.url });
});
router.post("/orders", requireUser, async (req, res) => {
  const { productId, quantity, totalPrice } = req.body;
  // ruleid: javascript.price-from-request
  const order = await prisma.order.create({ data: { productId, quantity, userId: req.user.id, total: totalPrice } });
  res.status(201).json(order);
});

router.post("/checkout2", requireUser, async (req, res) => {
  const product = await Product.findById(req.body.productId);
  // ok: javascript.price-from-request
  await payments.charge(req.user.id, product.price * Number(req.body.quantity));
  res.sendStatus(204);
});
router.post("/intent2", requireUser, async (req, res) => {
  const total = await cartTotal(req.user.id);
  if (req.body.total !== total) return res.status(409).json({ total });
  // ok: javascript.price-from-request
  const intent = await stripe.paymentIntents.create({ amount: total, currency: "eur" });
  res.json({ secret: intent.client_secret });
});
router.post("/donate", async (req, res) => {
  // ok: javascript.price-from-request
  const intent = await stripe.paymentIntents.create({ amount: Number(req.body.amount), currency: "eur" });
  res.json({ secret: intent.client_secret });
});
router.post("/products", requireAdmin, async (req, res) => {
  // ok: javascript.price-from-request
  const product = await Product.create({ name: req.body.name, price: req.body.price });
  res.status(201).json(product);
});
router.post("/orders2", requireUser, async (req, res) => {
  const { productId, quantity, totalPrice } = req.body;
  const known = await priceOf(productId, quantity);
  if (totalPrice !== known) return res.sendStatus(409);
  // ok: javascript.price-from-request
  const order = await prisma.order.create({ data: { productId, quantity, userId: req.user.id, total: totalPrice } });
  res.status(201).json(order);
});
app.post("/pay", async (req, res) => {
  const { price, quantity } = req.body;
  const total = price * quantity;
  // ruleid: javascript.price-from-request
  const receipt = await charge(req.user.id, total);
  const product = await products.get(req.body.productId);
  // ok: javascript.price-from-request
  await charge(req.user.id, product.price * quantity);
  res.json({ receipt });
});

async function place(userId, lines) {
  const known = new Map((await prisma.product.findMany({ where: { active: true } })).map((product) => [product.id, product]));
  let total = 0;
  for (const line of lines) total += known.get(line.productId).price * line.quantity;
  // ok: javascript.price-from-request
  return prisma.order.create({ data: { userId, total } });
}
app.post("/lines", async (req, res) => res.json(await place(req.user.id, req.body.lines)));
router.post("/cart", requireUser, async (req, res) => {
  const product = await db.product(req.body.productId);
  const course = await findCourse(req.body.courseId);
  // ok: javascript.price-from-request
  await db.charge(req.user.id, product.price * 2);
  // ok: javascript.price-from-request
  await db.charge(req.user.id, course.price);
  // ruleid: javascript.price-from-request
  await db.charge(req.user.id, req.body.price);
});
router.post("/refund", requireAdmin, async (req, res) => {
  const { orderId, amount } = req.body;
  const order = await orders.find(orderId);
  // ok: javascript.price-from-request
  await stripe.refunds.create({ payment_intent: order.intent, amount });
  // ruleid: javascript.price-from-request
  await stripe.paymentIntents.create({ currency: "eur", amount });
});
