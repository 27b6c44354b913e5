// ruleid: topics.error-handler-javascript
app.use((error, req, res, next) => {
  // ruleid: topics.error-handler-javascript
  res.status(500).json({ error: "internal error" });
});
app.get("/", (req, res) => {
  // ok: topics.error-handler-javascript
  res.status(200).json({});
  // ok: topics.error-handler-javascript
  res.status(404).end();
});
