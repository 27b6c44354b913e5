app.get("/search", (req, res) => {
  // ruleid: javascript.regex-injection
  const expression = new RegExp(String(req.query.q).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
  const term = req.query.term;
  // ruleid: javascript.regex-injection
  const other = RegExp("^" + String(term).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // ruleid: javascript.regex-injection
  const found = items.filter((item) => new RegExp(`${String(term).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}.*`).test(item.name));
  // ok: javascript.regex-injection
  const safe = new RegExp(escapeRegExp(req.query.q), "i");
  // ok: javascript.regex-injection
  const escaped = new RegExp(term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // ok: javascript.regex-injection
  const plain = items.filter((item) => item.name.includes(term));
  // ok: javascript.regex-injection
  const tested = new RegExp("^[a-z]+$").test(term);
  res.json({ expression, other, found, safe, escaped, plain, tested });
});

app.get("/lines", (req, res) => {
  // ruleid: javascript.regex-injection
  res.json(text.match(String(req.query.expression).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  // ok: javascript.regex-injection
  res.json(router.match(req.query.route));
  // ok: javascript.regex-injection
  res.json(String(req.query.text).match(/\d+/));
});

io.on("connection", (socket) => {
  socket.on("filter", (expression, done) => {
    // ruleid: javascript.regex-injection
    const wanted = new RegExp(String(expression).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    done(lines.filter((line) => wanted.test(line)));
  });
  socket.on("find", (needle, done) => {
    // ok: javascript.regex-injection
    const wanted = new RegExp(escapeRegExp(needle));
    done(lines.filter((line) => wanted.test(line)));
  });
});
