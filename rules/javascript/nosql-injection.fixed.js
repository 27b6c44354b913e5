app.post("/login", async (req, res) => {
  const { email, password } = req.body;
  // ruleid: javascript.nosql-injection
  const user = await User.findOne({ email: String(email), password: String(password) });
  // ok: javascript.nosql-injection
  const byMail = await User.findOne({ email: String(req.body.email) });
  res.json({ user, byMail });
});

app.get("/products", async (req, res) => {
  // ruleid: javascript.nosql-injection
  const products = await Product.find(req.query).limit(20);
  // ok: javascript.nosql-injection
  const first = products.find((product) => product.id === req.query.id);
  // ok: javascript.nosql-injection
  const open = await Product.find({ open: true, category: `${req.query.category}` });
  res.json({ products, first, open });
});

app.delete("/sessions", async (request, reply) => {
  // ruleid: javascript.nosql-injection
  await db.collection("sessions").deleteMany({ token: String(request.body.token) });
  // ok: javascript.nosql-injection
  await db.collection("sessions").deleteMany({ owner: request.user.id });
  // ok: javascript.nosql-injection
  await db.collection("users").updateOne({ _id: new ObjectId(request.body.id) }, { $set: { seen: true } });
});

app.post("/reset", async (req, res) => {
  const code = req.body.code;
  if (typeof code !== "string") return res.status(400).end();
  // ok: javascript.nosql-injection
  const entry = await Reset.findOne({ code });
  const parsed = schema.parse(req.body);
  // ok: javascript.nosql-injection
  const other = await Reset.findOne({ code: parsed.code });
  res.json({ entry, other });
});
http.createServer(async (req, res) => {
  let text = "";
  for await (const chunk of req) text += chunk;
  const given = JSON.parse(text);
  // ruleid: javascript.nosql-injection
  const user = await users.findOne({ name: String(given.name), pass: String(given.pass) });
  // ok: javascript.nosql-injection
  const one = await users.findOne({ name: String(given.name) });
  res.end(user && one ? "yes" : "no");
});
exports.handler = async (event) => {
  // ruleid: javascript.nosql-injection
  return users.deleteOne({ name: String(JSON.parse(event.body).name) });
};
async function byPath(event) {
  // ok: javascript.nosql-injection
  return users.findOne({ name: event.pathParameters.name });
}
app.post("/members", async (req, res) => {
  // ruleid: javascript.nosql-injection
  const all = await Member.find({ name: req.body.name, tags: { $in: req.body.tags } });
  // ruleid: javascript.nosql-injection
  const old = await Member.find({ name: req.body.name, age: req.body.age });
  // ruleid: javascript.nosql-injection
  const one = await Member.find({ $or: [{ name: String(req.body.name) }, { mail: { $eq: String(req.body.mail) } }] });
  res.json({ all, old, one });
});
