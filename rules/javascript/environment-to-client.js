// ruleid: javascript.environment-to-client
app.get("/debug", (req, res) => res.json(process.env));
app.get("/info", (req, res) => {
  // ruleid: javascript.environment-to-client
  res.json({ version: "1.0", env: process.env });
});
app.get("/text", (req, res) => {
  // ruleid: javascript.environment-to-client
  res.end(JSON.stringify(process.env));
});
// ok: javascript.environment-to-client
app.get("/version", (req, res) => res.json({ version: process.env.VERSION }));
// ok: javascript.environment-to-client
app.get("/mode", (req, res) => res.send(process.env.NODE_ENV));
// ok: javascript.environment-to-client
app.get("/env", (req, res) => res.json({ env: "production" }));
// ruleid: javascript.environment-to-client
fastify.get("/debug/env", async () => process.env);
// ok: javascript.environment-to-client
fastify.get("/debug/version", async () => process.version);
