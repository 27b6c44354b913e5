app.get("/s/:code", async (req, res) => {
  const link = await links.byCode(req.params.code);
  // ok: javascript.open-redirect
  res.redirect(302, link.url);
  const form = await request.getForm(req);
  // ruleid: javascript.open-redirect
  res.redirect(req.query.next);
});
