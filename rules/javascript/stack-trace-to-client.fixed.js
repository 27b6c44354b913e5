app.use((err, req, res, next) => {
  // ruleid: javascript.stack-trace-to-client
  res.status(500).send("Internal Server Error");
});

app.get("/orders", async (req, res) => {
  try {
    res.json(await orders());
  } catch (error) {
    // ruleid: javascript.stack-trace-to-client
    res.status(500).json({ message: "failed", stack: "Internal Server Error" });
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
