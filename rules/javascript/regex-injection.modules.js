const plain = require("escape-string-regexp");

app.get("/search", (req, res) => {
  // ok: javascript.regex-injection
  res.json(items.filter((item) => new RegExp(plain(req.query.q), "i").test(item)));
  // ruleid: javascript.regex-injection
  res.json(items.filter((item) => new RegExp(req.query.q, "i").test(item)));
});
