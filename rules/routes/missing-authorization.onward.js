import express from "express";

const links = express.Router();
// ok: routes.missing-authorization
links.get("/links", requireUser, async (req, res) => res.json(await store.list(req.user.id)));
// ok: routes.missing-authorization
links.post("/links", requireUser, async (req, res) => res.json(await store.add(req.user.id, req.body.url)));
// ok: routes.missing-authorization
links.get("/links/:id/stats", requireUser, async (req, res) => res.json(await store.stats(req.user.id, req.params.id)));
// A short link is there for everybody.
// ok: routes.missing-authorization
links.get("/s/:code", async (req, res) => {
  const link = await store.byCode(req.params.code);
  if (!link) return res.status(404).send("no such link");
  await store.count(link.id);
  res.redirect(302, link.url);
});
// It shows what was found.
// ruleid: routes.missing-authorization
links.get("/p/:code", async (req, res) => {
  const link = await store.byCode(req.params.code);
  if (!link) return res.json(link);
  res.redirect(302, link.url);
});
// ruleid: routes.missing-authorization
links.get("/links/:id/delete", async (req, res) => {
  await store.remove(req.params.id);
  res.redirect("/links");
});
