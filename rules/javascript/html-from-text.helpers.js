const Handlebars = require("handlebars");

// ruleid: javascript.html-from-text
Handlebars.registerHelper("bold", (label) => new Handlebars.SafeString("<b>" + label + "</b>"));
// ok: javascript.html-from-text
Handlebars.registerHelper("strong", (label) => new Handlebars.SafeString("<b>" + Handlebars.escapeExpression(label) + "</b>"));
