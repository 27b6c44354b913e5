import ejs from "ejs";
import pug from "pug";
import nunjucks from "nunjucks";
import Handlebars from "handlebars";

app.get("/hello", (req, res) => {
  // ruleid: javascript.template-injection
  res.send(ejs.render(`<h1>Hello ${req.query.name}</h1>`));
  // ok: javascript.template-injection
  res.send(ejs.render("<h1>Hello <%= name %></h1>", { name: req.query.name }));
});

app.post("/preview", (req, res) => {
  const source = req.body.template;
  // ruleid: javascript.template-injection
  const page = pug.compile(source)({});
  // ruleid: javascript.template-injection
  const mail = nunjucks.renderString("Dear {{ name }}, " + source, { name: "you" });
  // ruleid: javascript.template-injection
  const greeting = Handlebars.compile(source);
  // ok: javascript.template-injection
  const fixed = nunjucks.renderString("Dear {{ text }}", { text: source });
  // ok: javascript.template-injection
  const list = Handlebars.compile("{{#each items}}{{this}}{{/each}}")({ items: req.body.items });
  // ok: javascript.template-injection
  res.render("preview", { page, mail, greeting, fixed, list });
});

new Worker("digest", async ({ data }) => {
  // ruleid: javascript.template-injection
  const template = Handlebars.compile(data.template);
  // ok: javascript.template-injection
  const weekly = Handlebars.compile("<p>Hello {{name}}</p>");
  await send(template({ name: data.name }), weekly({ name: data.name }));
});
