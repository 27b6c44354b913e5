const crypto = require("crypto");

app.post("/hook", (req, res) => {
  const mac = crypto.createHmac("sha256", SECRET).update(req.rawBody).digest("hex");
  // ruleid: javascript.timing-unsafe-compare
  if (mac === req.headers["x-mac"]) return res.end("ok");
  // ok: javascript.timing-unsafe-compare
  if (mac === undefined) return res.end("none");
  const sum = crypto.createHash("sha256").update(req.rawBody).digest("hex");
  // ok: javascript.timing-unsafe-compare
  if (sum === req.query.etag) return res.sendStatus(304);
});

app.post("/shop", (req, res) => {
  const digest = crypto.createHmac("sha256", KEY).update(req.rawBody).digest("base64");
  // ruleid: javascript.timing-unsafe-compare
  if (req.headers["x-shop-hmac"] == digest) return res.sendStatus(200);
  // ok: javascript.timing-unsafe-compare
  if (req.headers["x-shop-hmac"] == null) return res.sendStatus(400);
  res.sendStatus(401);
});
