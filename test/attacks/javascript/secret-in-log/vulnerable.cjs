const express = require("express");

const app = express();
app.use(express.json({ limit: "10kb" }));

app.post("/sign-in", (req, res) => {
  const { email, password } = req.body;
  console.log("sign-in", { email, password });
  res.json({ ok: password.length > 0 });
});

app.post("/register", (req, res) => {
  const { email, password } = req.body;
  console.log(`registered ${email} with ${password}`);
  res.json({ ok: password.length > 8 });
});

module.exports = app;
