const nunjucks = require("nunjucks");
const Handlebars = require("handlebars");
const Mustache = require("mustache");

// ruleid: javascript.escaping-off
nunjucks.configure("views", { autoescape: true, express: app });
// ruleid: javascript.escaping-off
const card = Handlebars.compile("<p>{{bio}}</p>", { noEscape: false });
// ruleid: javascript.escaping-off
const pages = new nunjucks.Environment(new nunjucks.FileSystemLoader("views"), { autoescape: true });
// ruleid: javascript.escaping-off
Mustache.escape = (text) => text;
// ok: javascript.escaping-off
nunjucks.configure("views", { autoescape: true, express: app });
// ok: javascript.escaping-off
const plain = Handlebars.compile("<p>{{bio}}</p>", { strict: true });
// ok: javascript.escaping-off
Mustache.escape = (text) => escapeHtml(text);
