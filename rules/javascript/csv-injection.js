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
