// ruleid: javascript.escaping-off
const greeting = Handlebars.compile("<p>Hello {{{name}}}</p>");
// ruleid: javascript.escaping-off
const line = Mustache.render("<li>{{& user.bio }}</li>", { user });
// ruleid: javascript.escaping-off
const note = ejs.render("<p><%- note.text %></p>", { note });
// ok: javascript.escaping-off
const frame = Handlebars.compile("<main>{{{body}}}</main>");
// ok: javascript.escaping-off
const quoted = Handlebars.compile("<p>Hello {{name}}</p>");
// ok: javascript.escaping-off
const shown = ejs.render("<p><%= note.text %></p><%- include('foot') %>", { note });
