const express = require("express");

const app = express();
app.use(express.json());
const users = { ann: { mail: "a@x", role: "user" } };

app.post("/users/:name", (req, res) => {
  const user = users[req.params.name];
  user.mail = String(req.body.mail);
  res.json(user);
});

module.exports = app;
