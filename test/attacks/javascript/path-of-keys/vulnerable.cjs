const express = require("express");

const app = express();
app.use(express.json());
const settings = { theme: { colour: "blue" } };

app.post("/settings", (req, res) => {
  settings[req.body.group][req.body.key] = req.body.value;
  res.json(settings.theme);
});

module.exports = app;
