const express = require("express");

const router = express.Router();
// ok: routes.weaker-authorization
router.get("/admin/orders", authenticate, requireRole("admin"), async (req, res) => res.json(await orders.all()));
// ok: routes.weaker-authorization
router.delete("/admin/users/:id", authenticate, requireRole("admin"), async (req, res) => res.json(await users.remove(req.params.id)));
// ok: routes.weaker-authorization
router.post("/admin/refunds/:id", authenticate, requireRole("admin"), async (req, res) => res.json(await refunds.create(req.params.id)));
// ruleid: routes.weaker-authorization
router.put("/admin/users/:id/role", authenticate, async (req, res) => res.json(await users.setRole(req.params.id, req.body.role)));
// ok: routes.weaker-authorization
router.post("/checkout", authenticate, async (req, res) => res.json(await shop.checkout(req.body.price)));
