const router = require("express").Router();

async function load(req, id) {
  const note = await Note.findById(id);
  if (!note || String(note.ownerId) !== req.user.id) throw new NotFound();
  return note;
}
const find = (id) => Note.findById(id);

// ok: routes.missing-owner-check
router.get("/notes/:id", requireUser, async (req, res) => {
  res.json(await Note.findOne({ _id: req.params.id, ownerId: req.user.id }));
});
// ok: routes.missing-owner-check
router.put("/notes/:id", requireUser, async (req, res) => {
  const note = await load(req, req.params.id);
  res.json(await note.set(req.body.text));
});
// ruleid: routes.missing-owner-check
router.delete("/notes/:id", requireUser, async (req, res) => {
  const note = await find(req.params.id);
  res.json(await note.deleteOne());
});
