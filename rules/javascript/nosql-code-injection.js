app.get("/users", async (req, res) => {
  // ruleid: javascript.nosql-code-injection
  const found = await users.find({ $where: `this.name == '${req.query.name}'` }).toArray();
  // ruleid: javascript.nosql-code-injection
  const more = await users.find({ $where: "this.age > " + req.query.age }).toArray();
  // ruleid: javascript.nosql-code-injection
  const third = await User.find().$where("this.name == '" + req.query.name + "'");
  res.json([found, more, third]);
});

app.get("/safe", async (req, res) => {
  // ok: javascript.nosql-code-injection
  const found = await users.find({ name: String(req.query.name) }).toArray();
  // ok: javascript.nosql-code-injection
  const more = await users.find({ $where: `this.age > ${Number(req.query.age)}` }).toArray();
  // ok: javascript.nosql-code-injection
  const third = await users.find({ $where: "this.age > 18" }).toArray();
  res.json([found, more, third]);
});

new Worker("segments", async (job) => {
  // ruleid: javascript.nosql-code-injection
  await redis.eval(`return redis.call('SCARD', 'segment:${job.data.segment}')`, 0);
  // ok: javascript.nosql-code-injection
  await redis.eval("return redis.call('SCARD', KEYS[1])", 1, `segment:${job.data.segment}`);
});
