app.patch("/parcels/:id", async (req, res) => {
  // ok: javascript.nosql-injection
  await prisma.parcel.updateMany({ where: { ownerId: req.user.id }, data: { weight: req.body.weight } });
  // ok: javascript.nosql-injection
  await this.prisma.parcel.updateMany({ data: req.body, where: { id: req.params.id, ownerId: req.user.id } });
  // ruleid: javascript.nosql-injection
  await prisma.parcel.updateMany({ where: { code: req.body.code }, data: { seen: true } });
});

app.post("/reset", async (req, res) => {
  // ruleid: javascript.nosql-injection
  const user = await prisma.user.findFirst({ where: { token: req.body.token } });
  // ok: javascript.nosql-injection
  const same = await prisma.user.findFirst({ where: { token: String(req.body.token) } });
  // ruleid: javascript.nosql-injection
  const all = await prisma.user.findMany(req.body);
  // ok: javascript.nosql-injection
  const page = await prisma.user.findMany({ where: { active: true }, take: Number(req.query.take) });
  const { token } = req.body;
  // ruleid: javascript.nosql-injection
  await prisma.$transaction([prisma.session.deleteMany({ where: { token } })]);
});

app.get("/items/:id", validateBody(Body), async (req, res) => {
  // ok: javascript.nosql-injection
  await Item.findOne({ where: { id: req.params.id } });
  // ok: javascript.nosql-injection
  await prisma.item.updateMany({ where: { id: req.params.id }, data: req.body });
  // ok: javascript.nosql-injection
  await Item.updateOne({ _id: req.params.id }, { $set: { seen: true } });
});
