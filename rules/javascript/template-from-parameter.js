const ejs = require("ejs");
const Handlebars = require("handlebars");
const pug = require("pug");

function greet(name) {
  // ruleid: javascript.template-from-parameter
  return ejs.render("<h1>Hello " + name + "</h1>");
}

function mail(subject, body) {
  // ruleid: javascript.template-from-parameter
  return Handlebars.compile(`Subject: ${subject}\n\n${body}`)({});
}

// ruleid: javascript.template-from-parameter
const page = (content) => pug.render(content);

function safe(name) {
  // ok: javascript.template-from-parameter
  return ejs.render("<h1>Hello <%= name %></h1>", { name });
}

function counted(count) {
  // ok: javascript.template-from-parameter
  return ejs.render(`Items: ${Number(count)}`);
}

function fixed(name) {
  // ok: javascript.template-from-parameter
  return Handlebars.compile("Hello {{name}}")({ name });
}
