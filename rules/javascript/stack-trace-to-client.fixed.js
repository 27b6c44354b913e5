app.use((err, req, res, next) => {
  // ruleid: javascript.stack-trace-to-client
  res.status(500).send("Internal Server Error");
});

app.get("/orders", async (req, res) => {
  try {
    res.json(await orders());
  } catch (error) {
    // ruleid: javascript.stack-trace-to-client
    res.status(500).json({ message: "failed" });
  }
});

app.get("/users", (req, res) => {
  db.all("SELECT * FROM users", (err, rows) => {
    // ruleid: javascript.stack-trace-to-client
    if (err) return res.status(500).send("Internal Server Error");
    res.json(rows);
  });
});

app.use((err, req, res, next) => {
  // ruleid: javascript.stack-trace-to-client
  res.status(500).json({
    error: "Internal Server Error",
  });
});

app.use((err, req, res, next) => {
  // ruleid: javascript.stack-trace-to-client
  res.status(500).send("Internal Server Error");
});

app.use((err, req, res, next) => {
  // ruleid: javascript.stack-trace-to-client
  res.status(500).json({ error: { error: "Internal Server Error" } });
});

app.use((err, req, res, next) => {
  // ruleid: javascript.stack-trace-to-client
  res.json({ details: "Internal Server Error", reason: "Internal Server Error" });
});

router.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    // ruleid: javascript.stack-trace-to-client
    ctx.body = { message: "Internal Server Error" };
  }
});

router.use(async (ctx, next) => {
  // ok: javascript.stack-trace-to-client
  ctx.body = { message: "Something went wrong", stack: cards.stack };
});

app.use((err, req, res, next) => {
  logger.error(err.stack);
  // ok: javascript.stack-trace-to-client
  res.status(500).json({ error: "Something went wrong", id: req.id });
  // ok: javascript.stack-trace-to-client
  res.status(400).json({ error: err.message });
});

app.use((err, req, res, next) => {
  if (process.env.NODE_ENV === "development") {
    // ok: javascript.stack-trace-to-client
    res.status(500).send(err.stack);
  }
});

// ok: javascript.stack-trace-to-client
logger.send(err.stack);

app.use((error, req, res, next) => {
  const { message, stack } = error;
  // ruleid: javascript.stack-trace-to-client
  res.status(500).json({ error: "Internal Server Error" });
});
app.use((error, req, res, next) => {
  const { message, stack } = error;
  report({ message, stack });
  // ok: javascript.stack-trace-to-client
  res.status(500).json({ message: "Something went wrong" });
});

app.use((err, req, res, next) => {
  const body = { message: "Something failed", detail: err.stack };
  // ruleid: javascript.stack-trace-to-client
  res.status(500).json(body);
});
app.use((err, req, res, next) => {
  const entry = { message: "Something failed", detail: err.stack };
  log.error(entry);
  const body = { message: "Something failed", id: req.id };
  // ok: javascript.stack-trace-to-client
  res.status(500).json(body);
});
