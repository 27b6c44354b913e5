app.get("/export", (req, res) => {
  res.type(kinds[req.params.kind]);
  // ruleid: javascript.reflected-xss
  res.send(req.query.text);
});
app.get("/export2", (req, res) => {
  res.setHeader("Content-Type", kinds.default);
  // ruleid: javascript.reflected-xss
  res.send(req.query.text);
});
app.get("/export3", (req, res) => {
  // ruleid: javascript.reflected-xss
  res.status(200).type(kinds.default).send(req.query.text);
});
app.get("/bytes", (req, res) => {
  res.set("Content-Type", kinds.default);
  const bytes = Buffer.concat([head, req.query.text]);
  // ruleid: javascript.reflected-xss
  res.send(bytes);
});
app.get("/cached", (req, res) => {
  res.setHeader("Cache-Control", "no-store");
  // ruleid: javascript.reflected-xss
  res.send(`<p>${String(req.query.text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</p>`);
});
