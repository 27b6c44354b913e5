import { html, raw } from "hono/html";

router.get("/koa", (ctx) => {
  ctx.type = "text/plain";
  // ok: javascript.reflected-xss
  ctx.body = `Hello ${ctx.query.name}`;
});
router.get("/koa2", (ctx) => {
  ctx.set("Content-Type", "text/csv");
  // ok: javascript.reflected-xss
  ctx.body = ctx.query.rows;
});
router.get("/koa3", (ctx) => {
  ctx.type = "html";
  // ruleid: javascript.reflected-xss
  ctx.body = `Hello ${ctx.query.name}`;
});
export const page = async (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "text/html; charset=utf-8" },
  // ruleid: javascript.reflected-xss
  body: `<h1>${event.queryStringParameters.title}</h1>`,
});
export const answer = async (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "application/json" },
  // ok: javascript.reflected-xss
  body: `{"title": "${event.queryStringParameters.title}"}`,
});
app.post("/bio", async (c) => {
  const { bio } = await c.req.parseBody();
  // ruleid: javascript.reflected-xss
  const shown = html`<article>${raw(bio)}</article>`;
  // ok: javascript.reflected-xss
  const whole = html`<article>${bio}</article>`;
  return c.html(c.req.query("whole") === "1" ? whole : shown);
});
router.get("/books/:isbn", (req, res) => {
  const [book] = xpath.parse("//book[isbn=$isbn]").select({ node: doc, variables: { isbn: req.params.isbn } });
  // ok: javascript.reflected-xss
  res.type("application/xml").send(book.toString());
});
router.get("/items/:id", async (ctx) => {
  const row = await knex.raw("select * from items where id = ?", [ctx.params.id]);
  // ok: javascript.reflected-xss
  ctx.body = row.rows[0];
});

app.get("/nodes/:id", (req, res) => {
  // ok: javascript.reflected-xss
  runtimeApi.nodes.getNodeInfo({ id: req.params.id }).then((found) => res.send(found));
});
app.get("/reports/:id", (req, res) => {
  reportService.findReport(req.params.id).then(function (report) {
    // ok: javascript.reflected-xss
    res.send(report);
  });
});
app.get("/welcome", (req, res) => {
  // ruleid: javascript.reflected-xss
  pageService.renderWelcome(req.query.name).then((page) => res.send(page));
});
app.get("/hello", (req, res) => {
  // ok: javascript.reflected-xss
  res.send(Handlebars.compile("<p>Hello {{name}}</p>")({ name: req.query.name }));
});
app.get("/hello-as-it-is", (req, res) => {
  // ruleid: javascript.reflected-xss
  res.send(Handlebars.compile("<p>Hello {{{name}}}</p>")({ name: req.query.name }));
});
