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

const staff = express.Router();
// ok: routes.missing-authorization
staff.get("/users", requireAdmin, listUsers);
// ok: routes.missing-authorization
staff.put("/users/:id", requireAdmin, changeUser);
// ok: routes.missing-authorization
staff.get("/exports", requireAdmin, exportUsers);
// ok: routes.missing-authorization
staff.get("/teams", requireAdmin, listTeams);
// ok: routes.missing-authorization
staff.get("/teams/:id", requireAdmin, oneTeam);
// ok: routes.missing-authorization
staff.get("/invoices", requireAdmin, listInvoices);
// ok: routes.missing-authorization
staff.get("/invoices/:id", requireAdmin, oneInvoice);
// ruleid: routes.missing-authorization
staff.post("/users/:id/role", async (req, res) => {
  await db.query("UPDATE users SET role = $1 WHERE id = $2", [req.body.role, req.params.id]);
  res.end();
});
// ruleid: routes.missing-authorization
staff.post("/invitations", async (req, res) => {
  const { email, role } = req.body;
  if (!role) return res.status(400).end();
  res.json(await invitations.create({ email, role, isAdmin: req.body.isAdmin }));
});
// ruleid: routes.missing-authorization
staff.post("/boards", async (req, res) => res.json(await boards.create({ title: req.body.title, role: "viewer" })));
// ok: routes.missing-authorization
staff.delete("/boards/:id", async (req, res) => {
  if (req.account.role !== "admin") return res.status(403).end();
  await boards.remove(req.params.id);
  res.end();
});
// ruleid: routes.missing-authorization
staff.delete("/docs/:id", async (req, res) => res.json(await documents.remove(req.params.id)));
// ok: routes.missing-authorization
staff.get("/docs", (req, res) => res.send(pageOfInterface));
// ok: routes.missing-authorization
router.get("/hello", (req, res) => {
  res.send("hello world");
});
// ok: routes.missing-authorization
router.get("/version", (req, res) => res.status(200).json({ name: "shop", version: "1.4.2" }));
// ruleid: routes.missing-authorization
router.get("/greeting", (req, res) => res.send("hello " + names.get(req.query.id)));
// ruleid: routes.missing-authorization
router.get("/admin-area", (req, res) => res.send("Welcome, admin"));
