const ejs = require("ejs");
const Handlebars = require("handlebars");
import { html } from "hono/html";
const page = Handlebars.compile("<p>{{name}}</p>");

app.get("/a", (req, res) => {
  // ok: javascript.reflected-xss
  res.send(ejs.render("<p><%= name %></p>", { name: req.query.name }));
});

app.get("/b", (req, res) => {
  // ok: javascript.reflected-xss
  res.send(page({ name: req.query.name }));
});

// ok: javascript.reflected-xss
app.get("/c", (c) => c.html(html`<p>${c.req.query("name")}</p>`));

// ruleid: javascript.reflected-xss
app.get("/d", (c) => c.html(`<p>${c.req.query("name")}</p>`));

export async function GET(request) {
  const name = new URL(request.url).searchParams.get("name");
  // ruleid: javascript.reflected-xss
  return new Response(`<h1>${name}</h1>`, { headers: { "Content-Type": "text/html" } });
}

export async function POST(request) {
  const name = new URL(request.url).searchParams.get("name");
  // ok: javascript.reflected-xss
  return new Response(`hello ${name}`, { headers: { "Content-Type": "text/plain" } });
}

app.get("/by-hand", (req, res) => {
  const text = String(req.query.text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  // ok: javascript.reflected-xss
  res.send(`<p>${text}</p>`);
  const one = String(req.query.one).replace("<", "&lt;");
  // ruleid: javascript.reflected-xss
  res.send(`<p>${one}</p>`);
});

app.get("/lodash", (req, res) => {
  // ok: javascript.reflected-xss
  res.send(_.template("<p><%- text %></p>")({ text: req.query.text }));
  // ruleid: javascript.reflected-xss
  res.send(_.template("<p><%= text %></p>")({ text: req.query.text }));
});

const env = nunjucks.configure("views", { autoescape: true });
app.post("/mail/preview", (req, res) => {
  // ok: javascript.reflected-xss
  res.send(env.render("mail.njk", { name: req.body.name }));
  // ruleid: javascript.reflected-xss
  res.send(`<p>${req.body.name}</p>` + env.render("mail.njk", {}));
});

router.get("/products", async (ctx) => {
  const terms = ctx.query.q.split(" ");
  const clause = terms.map(() => "name ILIKE ?").join(" AND ");
  // ok: javascript.reflected-xss
  ctx.body = await knex("products").whereRaw(clause, terms).limit(50);
  // ruleid: javascript.reflected-xss
  ctx.body = "<p>" + terms.join(", ") + "</p>";
});

// What a map holds is not the key that it was put under.
const visits = new Map();
app.post("/visits", (req, res) => {
  visits.set(req.query.id, { at: Date.now(), name: req.body.name });
  // ok: javascript.reflected-xss
  res.send(`<p>${visits.get("x").at}</p>`);
  // ruleid: javascript.reflected-xss
  res.send(`<p>${visits.get("x").name}</p>`);
});
const rooms = new Map();
app.post("/rooms", (req, res) => {
  rooms.set(req.query.id, { at: Date.now() });
  // ruleid: javascript.reflected-xss
  for (const [key] of rooms) res.write(`<p>${key}</p>`);
});

export function page(req, res) {
  const html = renderToString(App({ path: req.path }));
  res.setHeader("Content-Type", "text/html");
  // ok: javascript.reflected-xss
  res.end(`<!doctype html><div id="root">${html}</div>`);
  // ruleid: javascript.reflected-xss
  res.end(`<!doctype html><div id="root">${html}${req.path}</div>`);
}

const escapedTemplate = _.template("<p><%- text %></p>");
const plainTemplate = _.template("<p><%= text %></p>");
app.get("/lodash/kept", (req, res) => {
  // ok: javascript.reflected-xss
  res.send(escapedTemplate({ text: req.query.text }));
  // ruleid: javascript.reflected-xss
  res.send(plainTemplate({ text: req.query.text }));
});
app.get("/upstream", async (req, res) => {
  const answer = await axios.get("https://news.example.com/" + encodeURIComponent(req.query.topic));
  // ok: javascript.reflected-xss
  res.send(answer.data.summary);
});
