app.post("/a", async (req, res) => {
  if (typeof req.body.city !== "string") return res.sendStatus(400);
  // ok: javascript.nosql-injection
  res.json(await Account.findOne({ city: req.body.city }));
});

app.post("/b", async (req, res) => {
  if (typeof req.body.city !== "string") console.warn("no text");
  // ruleid: javascript.nosql-injection
  res.json(await Account.findOne({ city: req.body.city }));
});

app.post("/c", async (req, res) => {
  // ok: javascript.nosql-injection
  res.json(await Account.findOne({ city: { $eq: req.body.city } }));
});

app.get("/pattern", async (req, res) => {
  const name = new RegExp(req.query.name, "i");
  // ok: javascript.nosql-injection
  const some = await Account.find({ name, city: RegExp(req.query.city), note: `of ${req.query.note}` });
  // ruleid: javascript.nosql-injection
  res.json([some, await Account.find({ name, city: req.query.city })]);
});

app.get("/d", (req, res) => {
  // ruleid: javascript.nosql-injection
  db.collection("sales").aggregate([{ $match: req.body.filter }]);
});

app.get("/e", (req, res) => {
  // ruleid: javascript.nosql-injection
  db.collection("sales").aggregate([{ $match: JSON.parse(req.query.filter) }]);
});

app.post("/fields", async (req, res) => {
  const { body } = req;
  const filter = {};
  for (const key of ["author", "tag"]) if (typeof body[key] === "string") filter[key] = body[key];
  // ok: javascript.nosql-injection
  res.json(await Post.findOne(filter));
  const open = {};
  for (const key of ["author", "tag"]) if (body[key]) open[key] = body[key];
  // ruleid: javascript.nosql-injection
  res.json(await Post.findOne(open));
  const other = {};
  for (let key of ["author", "tag"]) {
    if (typeof body[key] !== "string") continue;
    key = "state";
    other[key] = body[key];
  }
  // ruleid: javascript.nosql-injection
  res.json(await Post.findOne(other));
});

router.get("/shops", async (req, res) => {
  const { city, kind } = req.query;
  // ok: javascript.nosql-injection
  res.json(await shopService.find({ city, kind }));
  // ruleid: javascript.nosql-injection
  res.json(await Shop.find({ city, kind }));
});
router.post("/products/search", (req, res) => {
  const body = req.body;
  // ruleid: javascript.nosql-injection
  Product.find(body.filter).then((found) => res.json(found));
});
async function listItems(ctx) {
  const sort = JSON.parse(ctx.query.filter ?? "{}");
  // ruleid: javascript.nosql-injection
  ctx.body = await client.db("app").collection("items").find(sort).limit(20).toArray();
  // ok: javascript.nosql-injection
  ctx.body = await client.db("app").collection("items").find({ name: String(ctx.query.name) }).toArray();
}
