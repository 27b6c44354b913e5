app.get("/login", (req, res) => {
  // ruleid: javascript.open-redirect
  res.redirect(req.query.next);
  // ok: javascript.open-redirect
  res.redirect("/login?next=" + encodeURIComponent(req.query.next));
});

app.post("/logout", (req, res) => {
  const target = req.body.returnTo || "/";
  // ruleid: javascript.open-redirect
  res.redirect(302, target);
  // ok: javascript.open-redirect
  res.redirect(`/users/${req.body.id}`);
});

router.get("/go", (req, res) => {
  // ruleid: javascript.open-redirect
  res.writeHead(302, { Location: `https://${req.query.site}` });
  // ruleid: javascript.open-redirect
  res.setHeader("Location", req.query.url);
  // ok: javascript.open-redirect
  res.setHeader("Location", "/home");
  // ok: javascript.open-redirect
  res.redirect(TARGETS[Number(req.query.target)]);
});

router.get("/back", (req, res) => {
  const next = req.query.next;
  if (!ALLOWED_TARGETS.includes(next)) return res.redirect("/");
  // ok: javascript.open-redirect
  res.redirect(next);
});

router.get("/checked", (req, res) => {
  const next = req.query.next;
  if (!isSafeRedirect(next)) return res.status(400).end();
  // ok: javascript.open-redirect
  res.redirect(next);
});
