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
