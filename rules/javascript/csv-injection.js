app.post("/export", async (req, res) => {
  // ruleid: javascript.csv-injection
  await writer.writeRecords([{ name: req.body.name }]);
  res.end();
});
app.post("/table", (req, res) => {
  const rows = [["name"], [req.body.name]];
  // ruleid: javascript.csv-injection
  res.send(Papa.unparse(rows));
});
app.post("/sheet", (req, res) => {
  // ruleid: javascript.csv-injection
  sheet.addRow([req.body.title, req.body.note]);
  res.end();
});
app.post("/safe", (req, res) => {
  // ok: javascript.csv-injection
  res.send(Papa.unparse([[req.body.name]], { escapeFormulae: true }));
});
app.post("/numbers", async (req, res) => {
  // ok: javascript.csv-injection
  await writer.writeRecords([{ count: Number(req.body.count) }]);
  res.end();
});
app.post("/quoted", async (req, res) => {
  // ok: javascript.csv-injection
  await writer.writeRecords([{ name: escapeCell(req.body.name) }]);
  res.end();
});
app.post("/lines", (req, res) => {
  res.setHeader("Content-Type", "text/csv; charset=utf-8");
  // ruleid: javascript.csv-injection
  res.end("name,note\n" + req.body.name + "," + req.body.note + "\n");
});
app.post("/chained", (req, res) => {
  // ruleid: javascript.csv-injection
  res.type("text/csv").send(req.body.rows.map((row) => `${row.name},${row.note}`).join("\n"));
});
app.post("/counted", (req, res) => {
  // ok: javascript.csv-injection
  res.type("csv").send("count\n" + Number(req.body.count));
  // ok: javascript.csv-injection
  res.type("text/plain").send(req.body.note);
});
app.post("/quoted-cells", (req, res) => {
  const cell = (value) => `"${value.replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`;
  res.header("Content-Type", "text/csv");
  // ok: javascript.csv-injection
  res.send("name\n" + cell(req.body.name));
});

export async function POST(request) {
  const { note } = await request.json();
  // ok: javascript.csv-injection
  if (!note) return new Response(note, { headers: { "Content-Type": "text/plain" } });
  // ruleid: javascript.csv-injection
  return new Response("note\n" + note, { status: 200, headers: { "Content-Type": "text/csv" } });
}

function asCell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}
app.post("/asked.csv", (req, res) => {
  // ok: javascript.csv-injection
  res.type("csv").send("name\n" + asCell(req.body.name));
});
app.post("/asked-otherwise.csv", (req, res) => {
  const text = String(req.body.name);
  const safe = /^[a-z]/.test(text) ? text : text.trim();
  // ruleid: javascript.csv-injection
  res.type("csv").send("name\n" + safe);
});
// What a query gives is the business of another rule.
async function exportOwn(req, res) {
  const notes = await db.note.findMany({ where: { ownerId: req.cookies.session } });
  res.type("text/csv");
  // ok: javascript.csv-injection
  res.send(notes.map((note) => `${note.id},${note.size}`).join("\n"));
}
