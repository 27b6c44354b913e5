// ruleid: javascript.address-changes-record
router.get("/account/delete", requireLogin, async (req, res) => {
  await Account.deleteOne({ _id: req.session.userId });
  res.redirect("/");
});
// ruleid: javascript.address-changes-record
app.get("/posts/:id/remove", async (req, res) => {
  await db.query("DELETE FROM posts WHERE id = $1 AND owner = $2", [req.params.id, req.user.id]);
  res.redirect("/posts");
});
// ruleid: javascript.address-changes-record
app.get("/transfer", isAuthenticated, async function (req, res) {
  await bank.transfer(req.user.id, req.query.to, Number(req.query.amount));
  res.redirect("/");
});
// ok: javascript.address-changes-record
router.delete("/account", requireLogin, async (req, res) => {
  await Account.deleteOne({ _id: req.session.userId });
  res.sendStatus(204);
});
// The page that asks for it.
// ok: javascript.address-changes-record
router.get("/account/delete", requireLogin, async (req, res) => {
  res.render("delete", { account: await Account.findById(req.session.userId) });
});
// Opened from a mail, and its token says who.
// ok: javascript.address-changes-record
app.get("/unsubscribe/remove", async (req, res) => {
  await Reader.deleteOne({ token: String(req.query.token) });
  res.send("done");
});
// A client of another server.
// ok: javascript.address-changes-record
client.get("/jobs/cancel", (error, answer) => jobs.delete(answer.id));
// ok: javascript.address-changes-record
router.get("/team/:id/delete", requireLogin, async (req, res) => {
  drafts.delete(req.session.id);
  res.render("team/delete");
});
// ok: javascript.address-changes-record
router.get("/news/update-list", requireLogin, async (req, res) => {
  const known = new Set(await news.ids(req.user.id));
  known.delete("own");
  res.json([...known]);
});
