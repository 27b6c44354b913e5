const express = require("express");
const app = express();

// ruleid: javascript.webhook-without-signature
app.post("/webhooks/stripe", express.json({ limit: "200kb" }), async (req, res) => {
  const event = req.body;
  if (event.type === "checkout.session.completed") await orders.paid(event.data.object.id);
  res.sendStatus(200);
});
// ruleid: javascript.webhook-without-signature
app.post("/api/github-webhook", async function (req, res) {
  if (req.headers["x-github-event"] === "push") await deployments.start(req.body.repository.full_name);
  res.sendStatus(202);
});
// ruleid: javascript.webhook-without-signature
fastify.post("/hooks/payments/webhook", async (request, reply) => {
  await db.payments.update({ where: { id: request.body.id }, data: { status: "paid" } });
  return reply.send({ ok: true });
});

// ok: javascript.webhook-without-signature
app.post("/webhooks/checked", express.raw({ type: "application/json" }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature"), process.env.STRIPE_SECRET);
  if (event.type === "checkout.session.completed") await orders.paid(event.data.object.id);
  res.sendStatus(200);
});
// ok: javascript.webhook-without-signature
app.post("/webhooks/guarded", verifySignature, async (req, res) => {
  await orders.paid(req.body.id);
  res.sendStatus(200);
});
// ok: javascript.webhook-without-signature
app.post("/webhooks/handed-on", async (req, res) => {
  const event = await github.receive(req);
  await deployments.start(event.repository);
  res.sendStatus(202);
});
// ok: javascript.webhook-without-signature
app.post("/webhooks/ping", async (req, res) => {
  res.sendStatus(204);
});
// ok: javascript.webhook-without-signature
app.post("/orders", async (req, res) => {
  await orders.add(req.body.sku);
  res.sendStatus(201);
});
// ok: javascript.webhook-without-signature
app.post("/settings/webhooks", async (req, res) => {
  await hooks.add(req.body.url);
  res.sendStatus(201);
});
// The sender's interface is asked what is true: nothing that was sent counts but the number of the payment.
// ok: javascript.webhook-without-signature
app.post("/webhooks/mollie", async (req, res) => {
  const payment = await mollie.payments.get(req.body.id);
  await orders.setStatus(payment.metadata.order, payment.status);
  res.sendStatus(200);
});

const webhooks = express.Router();
// ruleid: javascript.webhook-without-signature
webhooks.post("/stripe", express.raw({ type: "application/json" }), async (req, res) => {
  const event = JSON.parse(req.body.toString());
  if (event.type === "checkout.session.completed") await orders.markPaid(event.data.object.id);
  res.sendStatus(200);
});
// ok: javascript.webhook-without-signature
webhooks.post("/github", express.raw({ type: "application/json" }), async (req, res) => {
  if (!hooks.verify(req.body, req.get("x-hub-signature-256"))) return res.sendStatus(401);
  await builds.start(JSON.parse(req.body.toString()).ref);
  res.sendStatus(202);
});
// ok: javascript.webhook-without-signature
webhooks.post("/internal/list", async (req, res) => {
  res.json(await hooks.list());
});
