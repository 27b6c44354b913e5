app.post("/login", async (req, res) => {
  // ruleid: topics.security-event-javascript
  const same = await bcrypt.compare(req.body.password, user.hash);
  // ruleid: topics.security-event-javascript
  if (!same) return res.status(401).end();
  // ruleid: topics.security-event-javascript
  res.json({ token: jwt.sign({ id: user.id }, key, { expiresIn: "15m" }) });
  // ok: topics.security-event-javascript
  res.status(404).end();
  // ok: topics.security-event-javascript
  const order = strings.compare(a, b);
});
