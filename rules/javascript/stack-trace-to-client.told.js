const handler = (err, req, res, next) => {
  // ok: javascript.stack-trace-to-client
  res.status(status).json({ message: "failed", ...(process.env.NODE_ENV === "development" ? { stack: err.stack } : {}) });
  // ok: javascript.stack-trace-to-client
  res.status(500).json({ message: "failed", stack: isDev ? err.stack : undefined });
  // ok: javascript.stack-trace-to-client
  res.status(500).send({ message: "failed", ...(config.debugMode && { stack: err.stack }) });
  // ruleid: javascript.stack-trace-to-client
  res.status(500).json({ message: "failed", stack: wanted ? err.stack : undefined });
};

app.get("/orders", async (req, res) => {
  try {
    res.json(await orders.list());
  } catch (error) {
    // ruleid: javascript.stack-trace-to-client
    res.status(500).json({ error: error.message });
  }
});

app.get("/files", async (req, res) => {
  try {
    res.json(await files.list());
  } catch (e) {
    if (e instanceof NotFound) {
      // ok: javascript.stack-trace-to-client
      return res.status(500).json({ error: e.message });
    }
    // ok: javascript.stack-trace-to-client
    if (e.expose) return res.status(400).json({ error: e.message });
    // ruleid: javascript.stack-trace-to-client
    res.status(500).send(e.message);
  }
});
