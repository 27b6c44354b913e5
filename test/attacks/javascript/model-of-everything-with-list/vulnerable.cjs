const express = require("express");

const app = express();
app.use(express.json());
const users = { ann: { mail: "a@x", role: "user" } };
const editableFields = ["mail", "bio"];

app.post("/users/:name", (req, res) => {
  const user = users[req.params.name];
  Object.assign(user, req.body);
  res.json(user);
});

module.exports = app;
