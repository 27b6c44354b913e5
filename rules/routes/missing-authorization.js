import express from "express";
import { requireAuth, requireAdmin } from "./auth.js";

const router = express.Router();
// ok: routes.missing-authorization
router.get("/orders", requireAuth, listOrders);
// ok: routes.missing-authorization
router.post("/orders", requireAuth, createOrder);
// ok: routes.missing-authorization
router.get("/orders/:id", async (req, res) => {
  if (!req.user) return res.status(401).end();
  res.json(await orders.find(req.params.id));
});
// ruleid: routes.missing-authorization
router.delete("/orders/:id", async (req, res) => {
  await orders.remove(req.params.id);
  res.end();
});
// ruleid: routes.missing-authorization
router.route("/exports").get(exportOrders);
// ok: routes.missing-authorization
router.route("/refunds").all(requireAdmin).post(refund);
// ok: routes.missing-authorization
router.get("/health", (req, res) => res.send("ok"));
// ok: routes.missing-authorization
router.post("/login", login);
// ok: routes.missing-authorization
router.post("/webhooks/payments", (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], secret);
  res.json(handle(event));
});
// ruleid: routes.missing-authorization
router.post("/webhooks/stock", (req, res) => res.json(update(req.body)));
// ok: routes.missing-authorization
const value = cache.get("/orders/1", fallback);

const admin = express.Router();
admin.use(requireAdmin);
// ok: routes.missing-authorization
admin.post("/users", createUser);
router.use("/admin", admin);
