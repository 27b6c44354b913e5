app.get("/orders", requireUser, async (req, res) => {
  // ruleid: javascript.filter-from-request
  res.json(await Order.findAll({ where: req.query, limit: 50 }));
});
app.get("/members", async (req, res) => {
  // ruleid: javascript.filter-from-request
  res.json(await knex("members").where(req.query).limit(50));
});
app.post("/users/search", async (req, res) => {
  // ruleid: javascript.filter-from-request
  res.json(await userRepository.findBy(req.body));
});
app.get("/invoices", requireUser, async (req, res) => {
  // ruleid: javascript.filter-from-request
  res.json(await Invoice.findAll({ where: { ...req.query } }));
});
app.get("/own", requireUser, async (req, res) => {
  // ok: javascript.filter-from-request
  res.json(await Order.findAll({ where: { state: String(req.query.state), tenant: req.user.tenant } }));
});
app.get("/mine", requireUser, async (req, res) => {
  // ok: javascript.filter-from-request
  res.json(await Order.findAll({ where: { ...req.query, owner: req.user.id } }));
});
app.get("/listed", async (req, res) => {
  // ok: javascript.filter-from-request
  res.json(await knex("members").where({ city: String(req.query.city) }));
});
