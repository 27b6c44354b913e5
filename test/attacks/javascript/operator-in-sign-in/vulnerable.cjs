const express = require("express");
const User = require("users");

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const user = await User.findOne({ name: req.body.name, password: req.body.password });
  res.send(user ? "welcome " + user.role : "no");
});

module.exports = app;
