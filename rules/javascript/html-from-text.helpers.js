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

class TableRenderer {
  render(rows, columns, table) {
    for (const row of rows) {
      const line = table.insertRow();
      for (const column of columns) {
        const cell = line.insertCell();
        // ruleid: javascript.html-from-text
        cell.innerHTML = String(row[column.key]);
        const plain = line.insertCell();
        // ok: javascript.html-from-text
        plain.textContent = String(row[column.key]);
        const made = line.insertCell();
        // ok: javascript.html-from-text
        made.innerHTML = row.actionsHtml;
      }
    }
  }
}
function options(list, users) {
  for (const user of users) {
    const entry = document.createElement("option");
    // ruleid: javascript.html-from-text
    entry.innerHTML = user.name;
    list.append(entry);
  }
}
