router.put("/me/settings", async (req, res) => {
  const user = await User.findByPk(req.user.id);
  // ruleid: javascript.mass-assignment
  Object.assign(user, req.body.settings);
  await user.save();
});

router.put("/teams/:id", async (req, res) => {
  // ruleid: javascript.mass-assignment
  await Team.updateOne({ _id: String(req.params.id) }, { $set: req.body.team });
  // ok: javascript.mass-assignment
  await Team.updateOne({ _id: String(req.params.id) }, { $set: { name: String(req.body.team.name) } });
});

router.patch("/me", validate(Profile), async (req, res) => {
  const user = await User.findByPk(req.user.id);
  // ok: javascript.mass-assignment
  await user.update(req.body);
});

router.patch("/you", [body("name").isString()], validate, async (req, res) => {
  const user = await User.findByPk(req.user.id);
  // ruleid: javascript.mass-assignment
  await user.update(req.body);
});

export async function PATCH(request) {
  const session = await auth();
  const data = await request.json();
  // ruleid: javascript.mass-assignment
  await prisma.user.update({ where: { id: session.user.id }, data });
  return Response.json({ ok: true });
}

export async function PUT(request) {
  const data = await request.json();
  if (!Update.safeParse(data).success) return new Response(null, { status: 400 });
  // ok: javascript.mass-assignment
  await prisma.user.update({ where: { id: 1 }, data });
  return Response.json({ ok: true });
}

app.post("/items", async (c) => {
  const body = await c.req.json();
  // ruleid: javascript.mass-assignment
  await db.insert(items).values(body);
  const tags = await c.req.json();
  // ok: javascript.mass-assignment
  const seen = new Set(tags);
  return c.json({ seen: seen.size });
});

app.put("/cards", async (req, res) => {
  const changes = req.body;
  const card = await Card.findOne({ owner: req.user.id });
  // ruleid: javascript.mass-assignment
  Object.assign(card, changes);
  await card.save();
  res.json({ id: card.id });
});

app.put("/boards", async (req, res) => {
  const changes = req.body;
  if (!validateBoard(changes)) return res.status(400).end();
  // ok: javascript.mass-assignment
  await prisma.board.update({ where: { id: 1 }, data: changes });
  res.end();
});

app.post("/entries", async (req, res) => {
  if (!check(req.body)) return res.sendStatus(400);
  // ok: javascript.mass-assignment
  await Entry.create(req.body);
  res.end();
});

app.patch("/articles/:id", async (req, res) => {
  const changes = { ...req.body, updatedAt: new Date() };
  // ruleid: javascript.mass-assignment
  await Article.findByIdAndUpdate(req.params.id, changes);
  res.end();
});
app.patch("/notes/:id", async (req, res) => {
  const changes = { text: String(req.body.text), updatedAt: new Date() };
  // ok: javascript.mass-assignment
  await Note.findByIdAndUpdate(req.params.id, changes);
  res.end();
});

app.put("/me", async (req, res) => {
  // ruleid: javascript.mass-assignment
  await Users.updateOne({ _id: req.user.id }, { $set: { ...req.body } });
  // ok: javascript.mass-assignment
  await Users.updateOne({ _id: req.user.id }, { $set: { name: String(req.body.name) } });
  res.end();
});

router.post("/items", async (ctx) => {
  // ok: javascript.mass-assignment
  await knex("items").insert({ name: ctx.request.body.name });
  ctx.status = 204;
});
router.post("/things", async (ctx) => {
  // ruleid: javascript.mass-assignment
  await knex("things").insert(ctx.request.body);
  ctx.status = 204;
});

app.post("/orders", async (req, res) => {
  // ruleid: javascript.mass-assignment
  const [order] = await db("orders").insert({ ...req.body, user_id: req.user.id }).returning("*");
  // ruleid: javascript.mass-assignment
  await db("orders").where({ id: order.id }).update({ ...req.body, changed: true });
  // ruleid: javascript.mass-assignment
  await drizzle.insert(orders).values({ ...req.body, userId: req.user.id });
  // ok: javascript.mass-assignment
  await db("orders").insert({ items: req.body.items, user_id: req.user.id });
  res.json(order);
});

routes.post("/members", limiter, async (c) => {
  const body = await c.req.json();
  const passwordHash = await hash(body.password, 12);
  // ruleid: javascript.mass-assignment
  await db.insert(members).values({ ...body, passwordHash });
  // ruleid: javascript.mass-assignment
  await Member.create({ ...body, passwordHash });
  // ok: javascript.mass-assignment
  await db.insert(members).values({ email: String(body.email), passwordHash });
});
routes.post("/partners", limiter, async (c) => {
  const body = await c.req.json();
  const known = Partner.parse(body);
  // ok: javascript.mass-assignment
  await db.insert(partners).values({ ...known, at: new Date() });
});
