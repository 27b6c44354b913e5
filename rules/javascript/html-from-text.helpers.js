const Handlebars = require("handlebars");

// ruleid: javascript.html-from-text
Handlebars.registerHelper("bold", (label) => new Handlebars.SafeString("<b>" + label + "</b>"));
// ok: javascript.html-from-text
Handlebars.registerHelper("strong", (label) => new Handlebars.SafeString("<b>" + Handlebars.escapeExpression(label) + "</b>"));

function addComment(comment) {
  const item = document.createElement("li");
  // ruleid: javascript.html-from-text
  item.innerHTML = comment;
  // ok: javascript.html-from-text
  item.textContent = comment;
}

function frame(text) {
  // ruleid: javascript.html-from-text
  box.innerHTML = "<p>" + text + "</p>";
}
