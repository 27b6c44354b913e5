const express = require("express");

const app = express();
app.use(express.json());
const users = { ann: { mail: "a@x", role: "user" } };
const editableFields = ["mail", "bio"];

app.post("/users/:name", (req, res) => {
  const user = users[req.params.name];
  for (const key of editableFields) if (key in req.body) user[key] = String(req.body[key]);
  res.json(user);
});

module.exports = app;
