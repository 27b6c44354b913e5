app.get("/profile", (req, res) => {
  // ruleid: javascript.render-with-request
  res.render("profile", { ...req.query, title: "Profile" });
});
app.get("/search", (req, res) => {
  // ruleid: javascript.render-with-request
  res.render("search", req.query);
});
app.post("/preview", (request, reply) => {
  // ruleid: javascript.render-with-request
  return reply.view("preview", request.body);
});
app.get("/named", (req, res) => {
  // ok: javascript.render-with-request
  res.render("profile", { name: String(req.query.name) });
});
app.get("/held", (req, res) => {
  // ok: javascript.render-with-request
  res.render("profile", { query: req.query });
});
app.get("/own", (req, res) => {
  // ok: javascript.render-with-request
  res.render("profile", { ...defaults, title: "Profile" });
});
