const express = require("express");

const coupons = express.Router();

// ok: routes.weaker-authorization
coupons.get("/coupons", requireAdmin, async (req, res) => res.json(await store.all()));
// ok: routes.weaker-authorization
coupons.get("/coupons/:id", requireAdmin, async (req, res) => res.json(await store.find(req.params.id)));
// ok: routes.weaker-authorization
coupons.post("/coupons", requireAdmin, async (req, res) => res.json(await store.add(req.body)));
// ok: routes.weaker-authorization
coupons.delete("/coupons/:id", requireAdmin, async (req, res) => res.json(await store.remove(req.params.id)));
// ruleid: routes.weaker-authorization
coupons.put("/coupons/:id", requireLogin, async (req, res) => res.json(await store.change(req.params.id, req.body)));
// A guard of another name that asks for a right, and one in the handler.
// ok: routes.weaker-authorization
coupons.patch("/coupons/:id", requireLogin, async (req, res) => {
  if (!req.user.isAdmin) return res.sendStatus(403);
  res.json(await store.change(req.params.id, req.body));
});
// About the caller, and open to everybody.
// ok: routes.weaker-authorization
coupons.get("/coupons/me", requireLogin, async (req, res) => res.json(await store.mine()));
// ok: routes.weaker-authorization
coupons.get("/coupons/health", (req, res) => res.send("ok"));

// Handlers of other files: only where the path says that the routes are for the staff.
const admin = express.Router();
// ok: routes.weaker-authorization
admin.post("/admin/users", requireLogin, requireRole("admin"), users.create);
// ok: routes.weaker-authorization
admin.delete("/admin/users/:id", requireLogin, requireRole("admin"), users.remove);
// ok: routes.weaker-authorization
admin.put("/admin/users/:id", requireLogin, requireRole("admin"), users.change);
// ruleid: routes.weaker-authorization
admin.post("/admin/users/:id/unlock", requireLogin, users.unlock);

const posts = express.Router();
// ok: routes.weaker-authorization
posts.post("/posts", requireLogin, requireRole("editor"), handlers.create);
// ok: routes.weaker-authorization
posts.delete("/posts/:id", requireLogin, requireRole("editor"), handlers.remove);
// ok: routes.weaker-authorization
posts.put("/posts/:id", requireLogin, requireRole("editor"), handlers.change);
// ok: routes.weaker-authorization
posts.post("/posts/:id/like", requireLogin, handlers.like);

// Everybody who signed in may read, a few may write.
const parts = express.Router();
// ok: routes.weaker-authorization
parts.get("/parts", requireLogin, async (req, res) => res.json(await shelf.all()));
// ok: routes.weaker-authorization
parts.get("/parts/:id", requireLogin, async (req, res) => res.json(await shelf.find(req.params.id)));
// ok: routes.weaker-authorization
parts.post("/parts", requireAdmin, async (req, res) => res.json(await shelf.add(req.body)));
// ok: routes.weaker-authorization
parts.put("/parts/:id", requireAdmin, async (req, res) => res.json(await shelf.change(req.params.id, req.body)));
// ok: routes.weaker-authorization
parts.delete("/parts/:id", requireAdmin, async (req, res) => res.json(await shelf.remove(req.params.id)));
// ruleid: routes.weaker-authorization
parts.post("/parts/import", requireLogin, async (req, res) => res.json(await shelf.load(req.body)));

// What the caller writes is the caller's own.
const reviews = express.Router();
// ok: routes.weaker-authorization
reviews.get("/reviews", requireAdmin, async (req, res) => res.json(await texts.all()));
// ok: routes.weaker-authorization
reviews.put("/reviews/:id", requireAdmin, async (req, res) => res.json(await texts.change(req.params.id)));
// ok: routes.weaker-authorization
reviews.delete("/reviews/:id", requireAdmin, async (req, res) => res.json(await texts.remove(req.params.id)));
// ok: routes.weaker-authorization
reviews.post("/reviews", requireLogin, async (req, res) => res.json(await texts.add(req.user.id, req.body)));

// Only two have more.
const notes = express.Router();
// ok: routes.weaker-authorization
notes.post("/notes", requireAdmin, async (req, res) => res.json(await pad.add(req.body)));
// ok: routes.weaker-authorization
notes.put("/notes/:id", requireAdmin, async (req, res) => res.json(await pad.change(req.params.id)));
// ok: routes.weaker-authorization
notes.delete("/notes/:id", requireLogin, async (req, res) => res.json(await pad.remove(req.params.id)));

// Koa and Fastify.
const router = new Router();
// ok: routes.weaker-authorization
router.get("/flags", adminOnly, async (ctx) => (ctx.body = await flags.all()));
// ok: routes.weaker-authorization
router.get("/flags/:id", adminOnly, async (ctx) => (ctx.body = await flags.find(ctx.params.id)));
// ok: routes.weaker-authorization
router.post("/flags", adminOnly, async (ctx) => (ctx.body = await flags.add(ctx.request.body)));
// ruleid: routes.weaker-authorization
router.get("/flags/export", authenticate, async (ctx) => (ctx.body = await flags.dump()));

// ok: routes.weaker-authorization
fastify.post("/jobs", { preHandler: [fastify.authenticate, fastify.requireAdmin] }, async (request) => queue.add(request.body));
// ok: routes.weaker-authorization
fastify.delete("/jobs/:id", { preHandler: [fastify.authenticate, fastify.requireAdmin] }, async (request) => queue.drop(request.params.id));
// ok: routes.weaker-authorization
fastify.put("/jobs/:id", { preHandler: [fastify.authenticate, fastify.requireAdmin] }, async (request) => queue.set(request.params.id));
// ruleid: routes.weaker-authorization
fastify.post("/jobs/:id/run", { preHandler: [fastify.authenticate] }, async (request) => queue.run(request.params.id));

// One that anybody may call tells nothing of the others.
const staff = express.Router();
// ok: routes.weaker-authorization
staff.get("/staff", requireLogin, requireRole("admin"), async (req, res) => res.json(await people.all()));
// ok: routes.weaker-authorization
staff.post("/staff", requireLogin, requireRole("admin"), async (req, res) => res.json(await people.add(req.body)));
// ok: routes.weaker-authorization
staff.put("/staff/:id", requireLogin, requireRole("admin"), async (req, res) => res.json(await people.change(req.params.id)));
// ruleid: routes.weaker-authorization
staff.post("/staff/:id/role", requireLogin, async (req, res) => res.json(await people.promote(req.params.id)));
// ok: routes.weaker-authorization
staff.delete("/staff/:id", async (req, res) => res.json(await people.remove(req.params.id)));
