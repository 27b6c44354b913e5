const express = require("express");

const app = express();
app.use(express.json({ limit: "10kb" }));

app.post("/sign-in", (req, res) => {
  const { email, password } = req.body;
  console.log("sign-in", { email });
  res.json({ ok: password.length > 0 });
});

app.post("/register", (req, res) => {
  const { email, password } = req.body;
  console.log(`registered ${email}`);
  res.json({ ok: password.length > 8 });
});

module.exports = app;
