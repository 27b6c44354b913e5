const app = require("express")();

// ok: routes.missing-owner-check
app.get("/notes/:id", requireAuth, async (req, res) => {
  const note = await Note.findOne({ where: { id: req.params.id, userId: req.user.id } });
  res.json(note);
});
// ok: routes.missing-owner-check
app.put("/notes/:id", requireAuth, async (req, res) => {
  const note = await Note.findById(req.params.id);
  if (note.ownerId !== req.user.id) return res.status(404).end();
  res.json(await note.update(req.body));
});
// ruleid: routes.missing-owner-check
app.delete("/notes/:id", requireAuth, async (req, res) => {
  await Note.destroy({ where: { id: req.params.id } });
  res.end();
});
// ok: routes.missing-owner-check
app.get("/notes", requireAuth, async (req, res) => res.json(await Note.newest()));
// ruleid: routes.missing-owner-check
app.get("/notes/:noteId/file", requireAuth, async (req, res) => res.sendFile(await fileOf(req.params.noteId)));
// ruleid: routes.missing-owner-check
app.put("/notes/:id/owner", requireAuth, async (req, res) => {
  const { userId } = req.body;
  await notes.move(req.params.id, { ownerId: req.body.ownerId, userId });
  res.end();
});
// ruleid: routes.missing-owner-check
app.post("/notes/:id/copies", requireAuth, async (req, res) => res.json(await copyNote(req.params.id, req.query.userId)));
// ok: routes.missing-owner-check
app.post("/notes/:id/shares", requireAuth, async (req, res) => {
  const { id: userId } = req.user;
  res.json(await share({ id: req.params.id, userId }, req.body));
});
// ok: routes.missing-owner-check
app.post("/notes/:id/pins", requireAuth, async (req, res) => {
  const userId = sessionOf(req).person;
  res.json(await pin(req.params.id, userId));
});
// ok: routes.missing-owner-check
app.get("/notes/:id/history", requireAuth, async (req, res) => {
  res.json(await db.execute(sql`select * from history where note_id = ${req.params.id} and tenant_id = ${req.tenant.id}`));
});
// The program's own settings and an object's own keys belong to nobody who asks.
// ruleid: routes.missing-owner-check
app.put("/notes/:id/colour", requireAuth, async (req, res) => {
  const { colours } = await loadOwnConfig();
  await notes.paint(req.params.id, colours[0]);
  res.end();
});
// ruleid: routes.missing-owner-check
app.put("/notes/:id/fields", requireAuth, async (req, res) => {
  for (const key of getOwnKeys(req.body)) await notes.set(req.params.id, key, req.body[key]);
  res.end();
});
// ok: routes.missing-owner-check
app.put("/notes/:id/title", requireAuth, async (req, res) => {
  const note = await findOwnNote(req, req.params.id);
  res.json(await note.rename(req.body.title));
});
