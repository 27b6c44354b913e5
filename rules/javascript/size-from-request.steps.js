app.get("/days", (req, res) => {
  const step = Number(req.query.step);
  const out = [];
  // ruleid: javascript.size-from-request
  for (let day = 0; day < 365; day += step) out.push(day);
  res.json(out);
});
app.get("/weeks", (req, res) => {
  const step = Number(req.query.step);
  if (!(step >= 1)) return res.sendStatus(400);
  // ok: javascript.size-from-request
  for (let day = 0; day < 365; day += step) visit(day);
  res.end();
});
app.get("/months", (req, res) => {
  const step = parseInt(req.query.step, 10);
  if (Number.isNaN(step) || step < 1) return res.sendStatus(400);
  // ok: javascript.size-from-request
  for (let day = 0; day <= 365; day += step) visit(day);
  res.end();
});
