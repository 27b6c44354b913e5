import { Router } from "express";

export const shop = Router();
// What is read here is everybody's, and the others read what is their caller's own.
// ok: routes.missing-authorization
shop.get("/products", async (req, res) => res.json(await Product.find()));
// ok: routes.missing-authorization
shop.get("/products/:id", async (req, res) => res.json(await Product.findById(req.params.id)));
// ok: routes.missing-authorization
shop.post("/products", requireAuth, async (req, res) => res.json(await Product.create({ name: String(req.body.name), sellerId: req.user.id })));
// ok: routes.missing-authorization
shop.get("/orders", requireAuth, async (req, res) => res.json(await Order.find({ userId: req.user.id })));
// ok: routes.missing-authorization
shop.get("/wishes", requireAuth, async (req, res) => res.json(await Wish.find({ userId: req.user.id })));
// ok: routes.missing-authorization
shop.put("/wishes", requireAuth, async (req, res) => res.json(await Wish.updateMany({ userId: req.user.id }, { name: String(req.body.name) })));
// ok: routes.missing-authorization
shop.put("/orders", requireAuth, async (req, res) => res.json(await Order.updateMany({ userId: req.user.id }, { note: String(req.body.note) })));
// ok: routes.missing-authorization
shop.post("/wishes", requireAuth, async (req, res) => res.json(await Wish.create({ userId: req.user.id })));
// ok: routes.missing-authorization
shop.post("/orders", requireAuth, async (req, res) => res.json(await Order.create({ userId: req.user.id })));
// The same thing as one that asks, what belongs to people, and what changes something.
// ruleid: routes.missing-authorization
shop.get("/wishes/newest", async (req, res) => res.json(await Wish.find()));
// ruleid: routes.missing-authorization
shop.get("/customers", async (req, res) => res.json(await Customer.find()));
// ruleid: routes.missing-authorization
shop.delete("/products/:id", async (req, res) => res.json(await Product.deleteOne({ _id: req.params.id })));
