orders.delete("/:id", async (req, res) => {
  const found = await db.orders.get(req.params.id);
  // ruleid: javascript.refusal-without-return
  if (found.userId !== req.user.id) res.sendStatus(403);
  await db.orders.cancel(found.id);
  res.sendStatus(204);
});

function requireUser(req, res, next) {
  if (!req.session.user) {
    log.warn("not signed in");
    // ruleid: javascript.refusal-without-return
    res.status(401).json({ error: "sign in first" });
  }
  next();
}

fastify.post("/notes", async (request, reply) => {
  // ruleid: javascript.refusal-without-return
  if (!request.body.text) reply.code(400).send({ error: "text missing" });
  const note = await notes.create(request.body.text);
  return note;
});

orders.put("/:id", async (req, res) => {
  const found = await db.orders.get(req.params.id);
  // ok: javascript.refusal-without-return
  if (found.userId !== req.user.id) return res.sendStatus(403);
  if (!req.body.text) {
    // ok: javascript.refusal-without-return
    res.status(400).end();
    return;
  }
  // ok: javascript.refusal-without-return
  if (found.closed) res.sendStatus(409);
  else await db.orders.update(found.id, req.body.text);
});

function requireStaff(req, res, next) {
  if (req.user.role === "staff") {
    next();
  } else {
    // ok: javascript.refusal-without-return
    res.sendStatus(403);
  }
}

app.get("/report", async (req, res) => {
  const report = await reports.find(req.query.id);
  // ok: javascript.refusal-without-return
  if (!report) res.status(404).end();
});

app.post("/jobs", async (req, res) => {
  // ok: javascript.refusal-without-return
  if (await jobs.busy()) res.status(429).end();
  if (res.headersSent) return;
  await jobs.start(req.body);
  // ok: javascript.refusal-without-return
  if (req.query.soon) res.status(202).end();
  await jobs.wait();
});

try {
  work();
} catch (error) {
  // ok: javascript.refusal-without-return
  if (error.code === 404) throw res.status(404).json(error);
  report(error);
}

app.post("/signup", async (req, res) => {
  // ok: javascript.refusal-without-return
  if (!req.body.email) {
    res.status(400).json({ error: "email missing" });
  } else if (await users.has(req.body.email)) {
    res.status(409).json({ error: "known" });
  } else {
    await users.add(req.body);
    res.sendStatus(201);
  }
  metrics.count("signup");
});

app.get("/find", async (req, res) => {
  const found = await find(req.query.q);
  // ok: javascript.refusal-without-return
  if (!found) res.sendStatus(404);
  logger.info("found nothing");
});
