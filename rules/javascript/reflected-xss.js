app.get("/hello", (req, res) => {
  // ruleid: javascript.reflected-xss
  res.send("<h1>Hello " + req.query.name + "</h1>");
  // ok: javascript.reflected-xss
  res.send("<h1>Hello " + escapeHtml(req.query.name) + "</h1>");
});

app.get("/search", (req, res) => {
  const { q } = req.query;
  const page = `<p>Nothing found for ${q}</p>`;
  // ruleid: javascript.reflected-xss
  res.status(404).send(page);
  // ok: javascript.reflected-xss
  res.json({ query: q });
});

app.post("/echo", (req, res) => {
  res.setHeader("Content-Type", "text/html");
  // ruleid: javascript.reflected-xss
  res.write(`<b>${req.body.text}</b>`);
  // ruleid: javascript.reflected-xss
  res.end("<i>" + req.body.text + "</i>");
  // ok: javascript.reflected-xss
  res.send({ text: req.body.text });
  // ok: javascript.reflected-xss
  res.status(200).send({ text: req.body.text });
});

router.get("/count", (request, response) => {
  // ok: javascript.reflected-xss
  response.send(`<p>${Number(request.query.count)} items</p>`);
  // ok: javascript.reflected-xss
  response.render("count", { count: request.query.count });
  // ok: javascript.reflected-xss
  socket.write(request.query.count);
});

app.get("/plain", (req, res) => {
  // ok: javascript.reflected-xss
  res.type("text").send("Hello " + req.query.name);
  // ok: javascript.reflected-xss
  res.type("txt").send(req.query.name);
  // ok: javascript.reflected-xss
  res.type("text/plain").send(req.query.name);
  // ok: javascript.reflected-xss
  res.set("Content-Type", "text/plain; charset=utf-8").send(req.query.name);
});

app.get("/html", (req, res) => {
  // ruleid: javascript.reflected-xss
  res.type("html").send(req.query.name);
  // ruleid: javascript.reflected-xss
  res.set("X-Kind", "greeting").send(req.query.name);
});

app.get("/plain-before", (req, res) => {
  res.type("text/plain");
  // ok: javascript.reflected-xss
  res.send("Hello " + req.query.name);
});

app.get("/plain-header", (req, res) => {
  res.setHeader("Content-Type", "text/plain");
  // ok: javascript.reflected-xss
  res.end("Hello " + req.query.name);
});

app.get("/plain-head", (req, res) => {
  res.writeHead(200, { "Content-Type": "text/plain" });
  // ok: javascript.reflected-xss
  res.end("Hello " + req.query.name);
});

app.use((req, res) => {
  // ruleid: javascript.reflected-xss
  res.status(404).type("html").send(`<p>There is no ${decodeURIComponent(req.query.page)}</p>`);
});
app.get("/plain", (req, res) => {
  // ok: javascript.reflected-xss
  res.status(404).type("text/plain").send(`There is no ${req.query.page}`);
});
app.get("/plainer", (req, res) => {
  res.writeHead(404, { "content-type": "text/plain" });
  // ok: javascript.reflected-xss
  res.end(`no page at ${req.url}`);
});
app.get("/state", (req, res) => {
  // ruleid: javascript.reflected-xss
  res.send(`<script>window.STATE = ${JSON.stringify({ search: req.query.search })}</script>`);
});
app.get("/state2", (req, res) => {
  // ruleid: javascript.reflected-xss
  res.send("<script>var page = " + JSON.stringify(req.query) + ";</script>");
});
app.get("/state3", (req, res) => {
  // ok: javascript.reflected-xss
  res.send(`<script>window.STATE = ${JSON.stringify(req.query).replace(/</g, "\\u003c")}</script>`);
});
app.get("/events", (req, res) => {
  // ok: javascript.reflected-xss
  res.write(`data: ${JSON.stringify(req.query)}\n\n`);
});
app.get("/uptime", (req, res) => {
  // ok: javascript.reflected-xss
  res.send(execFileSync("host", [req.query.name]));
});
