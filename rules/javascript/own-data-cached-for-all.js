router.get("/me/statements", requireUser, (req, res) => {
  // ruleid: javascript.own-data-cached-for-all
  res.set("Cache-Control", "public, max-age=3600");
  res.json({ owner: req.user.id });
});
app.get("/me", async (req, res) => {
  const account = await accounts.of(req.user.id);
  // ruleid: javascript.own-data-cached-for-all
  res.setHeader("Cache-Control", "public, max-age=600");
  res.json(account);
});
async function orders(req, res) {
  const list = await Order.find({ buyer: req.session.user });
  // ruleid: javascript.own-data-cached-for-all
  res.header("cache-control", "s-maxage=300");
  res.json(list);
}
router.get("/me/invoices", requireUser, (req, res) => {
  // ok: javascript.own-data-cached-for-all
  res.set("Cache-Control", "private, max-age=3600");
  res.json({ owner: req.user.id });
});
app.get("/news", async (req, res) => {
  // ok: javascript.own-data-cached-for-all
  res.setHeader("Cache-Control", "public, max-age=600");
  res.json(await news.latest());
});
router.get("/profile", requireUser, (req, res) => {
  // ok: javascript.own-data-cached-for-all
  res.set("Cache-Control", "no-store");
  res.json({ owner: req.user.id });
});
app.get("/help/:page", async (req, res) => {
  const trace = tracer.child({ user: req.user.id });
  const page = await help.page(req.params.page);
  trace.info("read");
  // ok: javascript.own-data-cached-for-all
  res.set("Cache-Control", "public, max-age=300");
  res.send(page.html);
});
app.get("/start", async (req, res) => {
  const user = req.user;
  if (user) {
    return res.render("start", { user });
  }
  // ok: javascript.own-data-cached-for-all
  res.set("Cache-Control", "public, max-age=60");
  res.render("start", { user });
});
