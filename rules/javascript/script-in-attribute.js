const escapeHtml = require("escape-html");

app.get("/tabs", (req, res) => {
  const tab = escapeHtml(req.query.tab);
  // ruleid: javascript.script-in-attribute
  res.send(`<button onclick="open('${tab}')">Open</button>`);
});
app.get("/back", (req, res) => {
  // ruleid: javascript.script-in-attribute
  res.send(`<p><a class="back" href="${escapeHtml(req.query.back)}">Back</a></p>`);
});
app.get("/frame", (req, res) => {
  const address = escapeHtml(req.query.page);
  // ruleid: javascript.script-in-attribute
  const html = `<iframe title="page" src="${address}"></iframe>`;
  res.send(html);
});

app.get("/safe", (req, res) => {
  // ok: javascript.script-in-attribute
  res.send(`<button data-tab="${escapeHtml(req.query.tab)}" onclick="openTab(this)">Open</button>`);
});
app.get("/safe-back", (req, res) => {
  const { back } = req.query;
  if (!/^https:\/\//.test(back)) return res.sendStatus(400);
  // ok: javascript.script-in-attribute
  res.send(`<a href="${escapeHtml(back)}">Back</a>`);
});
app.get("/safe-search", (req, res) => {
  // ok: javascript.script-in-attribute
  res.send(`<a href="/search?q=${encodeURIComponent(req.query.q)}">${escapeHtml(req.query.q)}</a>`);
  // ok: javascript.script-in-attribute
  res.write(`<button onclick="go(${Number(req.query.page)})">Next</button><img src="${escapeHtml(req.query.icon)}">`);
});
