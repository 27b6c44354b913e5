app.post("/api/pay", async (request, reply) => {
  const { productId, amount } = request.body as { productId: string; amount: number };
  // ruleid: javascript.price-from-request
  const intent = await stripe.paymentIntents.create({ amount: amount * 100, currency: "eur" });
  return { productId, secret: intent.client_secret };
});
app.post("/api/book", async (req, res) => {
  const { amount, bookingId } = req.body;
  // ruleid: javascript.price-from-request
  await gateway.charge({ amount, booking: bookingId });
  res.end();
});
app.post("/api/course", async (req, res) => {
  const { courseId, amountCents, mail } = req.body;
  // ruleid: javascript.price-from-request
  await createPayment(courseId, amountCents, mail);
  res.end();
});
// The program's own price of what was asked for.
app.post("/api/buy", async (request, reply) => {
  const { productId, amount } = request.body;
  const product = await prisma.product.findUnique({ where: { id: productId } });
  // ok: javascript.price-from-request
  const intent = await stripe.paymentIntents.create({ amount: product.priceCents, currency: "eur" });
  return { amount, secret: intent.client_secret };
});
// Who gives something says how much.
app.post("/api/donate", async (req, res) => {
  const { amount, name } = req.body;
  // ok: javascript.price-from-request
  await stripe.paymentIntents.create({ amount: amount * 100, currency: "eur", description: name });
  res.end();
});
app.post("/api/order", async (req, res) => {
  const { productId, amount } = req.body;
  if (amount !== priceOf(productId)) return res.sendStatus(400);
  // ok: javascript.price-from-request
  await gateway.charge({ amount });
  res.end();
});
app.post("/refunds", async (req, res) => {
  const { orderId, amount } = req.body;
  const order = await orders.find(orderId);
  if (amount > order.paid) return res.sendStatus(400);
  // ok: javascript.price-from-request
  await stripe.refunds.create({ charge: order.charge, amount });
  res.end();
});
