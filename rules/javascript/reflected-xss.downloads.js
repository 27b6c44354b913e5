app.get("/badge", (req, res) => {
  // ok: javascript.reflected-xss
  res.type("png").send(Buffer.from(req.query.data, "base64"));
});
app.get("/export", (req, res) => {
  // ok: javascript.reflected-xss
  res.attachment("a.csv").send(`name\n${req.query.name}`);
});
app.get("/download", (req, res) => {
  res.attachment("list.txt");
  // ok: javascript.reflected-xss
  res.send(req.query.name);
});
app.get("/bytes", (req, res) => {
  // ok: javascript.reflected-xss
  res.status(200).send(Buffer.from(req.body.data, "base64"));
});
app.get("/feed", (req, res) => {
  res.format({
    // ok: javascript.reflected-xss
    text: () => res.send(`Hello ${req.query.name}`),
    "text/plain": () => {
      // ok: javascript.reflected-xss
      res.send(req.query.name);
    },
    // ruleid: javascript.reflected-xss
    html: () => res.send(`<p>Hello ${req.query.name}</p>`),
  });
});
app.get("/picture", (req, res) => {
  res.type("png");
  // ok: javascript.reflected-xss
  res.send(req.query.data);
});
app.get("/page", (req, res) => {
  // ruleid: javascript.reflected-xss
  res.type("html").send(Buffer.from(`<p>${req.query.name}</p>`));
});
app.get("/drawing", (req, res) => {
  res.type("svg");
  // ruleid: javascript.reflected-xss
  res.send(`<svg><text>${req.query.name}</text></svg>`);
});
app.get("/named", (req, res) => {
  res.set("X-Kind", "note");
  // ruleid: javascript.reflected-xss
  res.status(201).send(`<p>${req.query.name}</p>`);
});

router.get("/export", (ctx) => {
  ctx.attachment("names.csv");
  // ok: javascript.reflected-xss
  ctx.body = `name\n${ctx.query.name}`;
});
router.get("/shown", (ctx) => {
  // ruleid: javascript.reflected-xss
  ctx.body = `name\n${ctx.query.name}`;
});
