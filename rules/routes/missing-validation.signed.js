const express = require("express");
const crypto = require("node:crypto");

const orders = express.Router();
// ok: routes.missing-validation
orders.post("/orders", (req, res) => res.json(save(Order.parse(req.body))));
// ok: routes.missing-validation
orders.put("/orders/:id", (req, res) => res.json(save(Order.parse(req.body))));
// ok: routes.missing-validation
orders.post("/webhook", express.raw({ type: "*/*" }), (req, res) => {
  const wanted = crypto.createHmac("sha256", process.env.HOOK_KEY).update(req.body).digest();
  const sent = Buffer.from(String(req.headers["x-signature"]), "hex");
  if (sent.length !== wanted.length || !crypto.timingSafeEqual(sent, wanted)) return res.sendStatus(403);
  enqueue(req.body);
  res.sendStatus(204);
});
// ruleid: routes.missing-validation
orders.post("/returns", (req, res) => res.json(save(req.body)));
