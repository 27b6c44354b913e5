app.post("/reports", requireAuth, async (req, res) => res.json(await reports.add(req.body)));
app.put("/reports/:id", requireAuth, async (req, res) => res.json(await reports.change(req.params.id, req.body)));
app.delete("/reports/:id", requireAuth, async (req, res) => res.json(await reports.remove(req.params.id)));
// The own keys of what was sent say nothing of who sent it.
// ruleid: routes.missing-authorization
app.post("/reports/:id/fields", async (req, res) => {
  for (const key of get_own_keys(req.body)) await reports.set(req.params.id, key, req.body[key]);
  res.end();
});
// ruleid: routes.missing-authorization
app.post("/reports/:id/parts", async (req, res) => {
  await load_own_config();
  res.json(await reports.split(req.params.id, req.body));
});
// ok: routes.missing-authorization
app.post("/reports/:id/copies", async (req, res) => {
  const report = await load_own_report(req, req.params.id);
  res.json(await reports.copy(report));
});
