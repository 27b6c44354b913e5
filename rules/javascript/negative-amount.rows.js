app.post("/checkout", async (req, res) => {
  const quantity = Number(req.body.quantity);
  const { rows } = await pool.query("SELECT price FROM products WHERE id = $1", [req.body.id]);
  // ruleid: javascript.negative-amount
  const total = rows[0].price * quantity;
  res.json({ total });
});
app.post("/seats", async (req, res) => {
  const seats = parseInt(req.body.seats, 10);
  const show = await Show.findById(req.body.show);
  // ruleid: javascript.negative-amount
  res.json({ total: show?.price * seats });
});
app.post("/refill", async (req, res) => {
  const { amount } = req.body;
  // ruleid: javascript.negative-amount
  res.json({ cost: amount * offers[0].unitPrice });
});
app.post("/cart", async (req, res) => {
  const quantity = Number(req.body.quantity);
  if (!Number.isInteger(quantity) || quantity < 1) return res.sendStatus(400);
  // ok: javascript.negative-amount
  res.json({ total: rows[0].price * quantity });
});
app.post("/own", async (req, res) => {
  const quantity = Number(req.body.quantity);
  // ok: javascript.negative-amount
  res.json({ total: rows[0].weight * quantity });
});
app.post("/fixed", async (req, res) => {
  const quantity = stock.quantity;
  // ok: javascript.negative-amount
  res.json({ total: rows[0].price * quantity });
});
app.post("/stay", (req, res) => {
  const { nights } = req.body;
  assert(nights > 0, "nights");
  // ok: javascript.negative-amount
  res.json({ total: room.price * nights });
});
