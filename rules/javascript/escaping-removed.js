function greet(res, name) {
  // ruleid: javascript.escaping-removed
  res.send("<h1>Hello " + name + "</h1>");
}

function renderComment(element, comment) {
  // ruleid: javascript.escaping-removed
  element.innerHTML = comment.body;
}

function byColumn(column, value) {
  // ruleid: javascript.escaping-removed
  return pool.query(`SELECT * FROM items WHERE ${column} = ?`, [value]);
}

function searchFor(list, term) {
  // ruleid: javascript.escaping-removed
  const wanted = new RegExp(term, "i");
  return list.filter((entry) => wanted.test(entry.title));
}

function title(page) {
  // ok: javascript.escaping-removed
  return `<title>${he.encode(page.title)}</title>`;
}

function row(cell) {
  const text = escapeHtml(cell.text);
  // ok: javascript.escaping-removed
  return `<td class="cell">${text}</td>`;
}

function banner(box, message) {
  // ok: javascript.escaping-removed
  box.className = "banner";
}

function pack(writer, value) {
  // ok: javascript.escaping-removed
  writer.push(value);
}
