app.post("/forgot", async (req, res) => {
  // ruleid: javascript.weak-random
  const code = Math.floor(100000 + Math.random() * 900000);
  await send(req.body.email, code);
});

// ok: javascript.weak-random
const code = Math.floor(Math.random() * 6) + 1;
