app.get("/feedback.csv", requireAdmin, async (req, res) => {
  const quote = (value) => `"${String(value).replace(/"/g, '""')}"`;
  const rows = await prisma.feedback.findMany({ take: 1000 });
  const csv = rows.map((row) => [row.id, quote(row.author), quote(row.comment)].join(",")).join("\n");
  res.type("text/csv");
  // ruleid: javascript.csv-from-stored-data
  res.send(csv);
});

app.get("/orders.csv", requireAdmin, async (req, res) => {
  const { rows } = await pool.query("SELECT id, note FROM orders");
  res.setHeader("Content-Type", "text/csv");
  for (const row of rows) {
    // ruleid: javascript.csv-from-stored-data
    res.write(row.id + "," + row.note + "\n");
  }
  res.end();
});

app.get("/users.csv", requireAdmin, async (req, res) => {
  const users = await User.findAll({ where: { active: true } });
  const lines = [];
  for (const user of users) lines.push(`${user.id};${user.name}`);
  // ruleid: javascript.csv-from-stored-data
  res.type("text/csv").send(lines.join("\n"));
});

app.get("/safe.csv", requireAdmin, async (req, res) => {
  const cell = (value) => `"${String(value).replace(/^[=+@-]/, "'$&").replace(/"/g, '""')}"`;
  const rows = await prisma.feedback.findMany({ take: 1000 });
  // ok: javascript.csv-from-stored-data
  res.type("text/csv").send(rows.map((row) => cell(row.comment)).join("\n"));
});

app.get("/totals.csv", requireAdmin, async (req, res) => {
  const rows = await prisma.order.findMany({ take: 1000 });
  // ok: javascript.csv-from-stored-data
  res.type("text/csv").send(rows.map((row) => `${row.id},${row.total},${row.createdAt.toISOString()}`).join("\n"));
});

app.get("/feedback.json", requireAdmin, async (req, res) => {
  const rows = await prisma.feedback.findMany({ take: 1000 });
  res.type("application/json");
  // ok: javascript.csv-from-stored-data
  res.send(JSON.stringify(rows.map((row) => row.comment)));
});

export async function GET() {
  const orders = await db.query("SELECT name, total FROM orders");
  const lines = orders.map((order) => `${order.name},${order.total}`).join("\n");
  // ok: javascript.csv-from-stored-data
  if (orders.length > 9) return new Response(orders.map((order) => order.total).join("\n"), { headers: { "Content-Type": "text/csv" } });
  // ruleid: javascript.csv-from-stored-data
  return new Response(lines, { headers: { "Content-Type": "text/csv; charset=utf-8" } });
}

app.get("/contacts.csv", async (req, res) => {
  const rows = await db("contacts").select("name", "note").where({ owner: req.user.id });
  const lines = rows.map((row) => [row.name, row.note].map(cell).join(","));
  res.attachment("contacts.csv");
  // ruleid: javascript.csv-from-stored-data
  res.type("text/csv").send(["name,note", ...lines].join("\r\n"));
});
app.get("/sums.csv", async (req, res) => {
  const rows = await db("contacts").select("city").sum("total as total").groupBy("city");
  // ok: javascript.csv-from-stored-data
  res.type("text/csv").send(rows.map((row) => row.total).join("\r\n"));
});
exports.exportLeads = async (req, res) => {
  const leads = await Lead.find({ owner: req.user.id }).lean();
  const csv = leads.map((lead) => [lead.name, lead.email, lead.note].join(",")).join("\n");
  // ruleid: javascript.csv-from-stored-data
  res.attachment("leads.csv").send(csv);
};
exports.exportLeadsWell = async (req, res) => {
  const leads = await Lead.find({ owner: req.user.id }).lean();
  const cell = (text) => (/^[=+\-@\t\r]/.test(text) ? "'" + text : text);
  const csv = leads.map((lead) => [cell(lead.name), cell(lead.email), cell(lead.note)].join(",")).join("\n");
  // ok: javascript.csv-from-stored-data
  res.attachment("leads.csv").send(csv);
};
export async function exportNotes() {
  const found = await db.note.findMany({ where: { open: true } });
  const lines = found.map((one) => [one.id, one.size].join(",")).join("\n");
  // ok: javascript.csv-from-stored-data
  return new NextResponse(lines, { headers: { "content-type": "text/csv" } });
}
