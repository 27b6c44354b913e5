import crypto from "node:crypto";
import express from "express";
import { requireAuth } from "./auth.js";

const router = express.Router();
// ok: routes.missing-authorization
router.get("/orders", requireAuth, async (req, res) => res.json(await orders.of(req.user.id)));
// ok: routes.missing-authorization
router.post("/orders", requireAuth, async (req, res) => res.json(await orders.add(req.user.id, req.body)));
// ok: routes.missing-authorization
router.delete("/orders/:id", requireAuth, async (req, res) => res.json(await orders.remove(req.user.id, req.params.id)));
// ok: routes.missing-authorization
router.get("/invoices", requireAuth, async (req, res) => res.json(await invoices.of(req.user.id)));
// ok: routes.missing-authorization
router.get("/addresses", requireAuth, async (req, res) => res.json(await addresses.of(req.user.id)));
// ok: routes.missing-authorization
router.put("/settings", requireAuth, async (req, res) => res.json(await settings.of(req.user.id)));
// ok: routes.missing-authorization
router.get("/wishes", requireAuth, async (req, res) => res.json(await wishes.of(req.user.id)));

function isValid(raw, given) {
  const wanted = crypto.createHmac("sha256", process.env.HOOK_SECRET).update(raw).digest("hex");
  return given.length === wanted.length && crypto.timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

// ok: routes.missing-authorization
router.post("/payments", async (req, res) => {
  if (!isValid(req.body, String(req.headers["x-signature"]))) return res.status(401).end();
  res.json(await payments.take(req.body));
});

const digestOf = (raw) => crypto.createHmac("sha256", process.env.HOOK_SECRET).update(raw).digest("hex");
const valid = (raw, given) => digestOf(raw) === given;

// ok: routes.missing-authorization
router.post("/refunds", async (req, res) => {
  if (valid(req.body, req.get("x-signature"))) return res.json(await payments.refund(req.body));
  res.sendStatus(403);
});

function check(req, res, next) {
  const wanted = crypto.createHmac("sha256", process.env.HOOK_SECRET).update(req.body).digest();
  if (!crypto.timingSafeEqual(wanted, Buffer.from(req.get("x-signature"), "hex"))) return res.status(400).end();
  next();
}

// ok: routes.missing-authorization
router.post("/shipments", check, async (req, res) => res.json(await shipments.note(req.body)));

// Compares nothing that was made with a key.
function isComplete(body, kind) {
  return body.length > 0 && kind === "order";
}

// ruleid: routes.missing-authorization
router.post("/parcels", async (req, res) => {
  if (!isComplete(req.body, req.get("x-kind"))) return res.status(400).end();
  res.json(await parcels.add(req.body));
});

// Makes a signature for the answer and asks for none.
const signed = (text) => crypto.createHmac("sha256", process.env.HOOK_SECRET).update(text).digest("hex");

// ruleid: routes.missing-authorization
router.post("/labels", async (req, res) => {
  const label = await labels.add(req.body);
  if (!label) return res.status(400).end();
  res.json({ label, seal: signed(label.text) });
});

// Nobody is turned away.
// ruleid: routes.missing-authorization
router.post("/notes", async (req, res) => {
  const known = isValid(req.body, String(req.headers["x-signature"]));
  res.json(await notes.add(req.body, known));
});
