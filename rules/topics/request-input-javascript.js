app.post("/users", (req, res) => {
  // ruleid: topics.request-input-javascript
  const { name } = req.body;
  // ruleid: topics.request-input-javascript
  const page = req.query.page;
  // ok: topics.request-input-javascript
  const length = text.length;
  // ok: topics.request-input-javascript
  res.body = name + page + length;
});
