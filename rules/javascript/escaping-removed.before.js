function greet(res, name) {
  res.send("<h1>Hello " + escapeHtml(name) + "</h1>");
}

function renderComment(element, comment) {
  element.innerHTML = DOMPurify.sanitize(comment.body);
}

function byColumn(column, value) {
  return pool.query(`SELECT * FROM items WHERE ${mysql.escapeId(column)} = ?`, [value]);
}

function searchFor(list, term) {
  const wanted = new RegExp(escapeRegExp(term), "i");
  return list.filter((entry) => wanted.test(entry.title));
}

function title(page) {
  return `<title>${escapeHtml(page.title)}</title>`;
}

function row(cell) {
  return `<td class="cell">${escapeHtml(cell.text)}</td>`;
}

function banner(box, message) {
  box.className = "banner";
  box.innerHTML = sanitizeHtml(message);
}

function pack(writer, value) {
  writer.push(protobuf.encode(value));
}
