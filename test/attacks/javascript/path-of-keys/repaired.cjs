const express = require("express");

const app = express();
app.use(express.json());
const settings = new Map([["colour", "blue"]]);

app.post("/settings", (req, res) => {
  settings.set(String(req.body.key), req.body.value);
  res.json(Object.fromEntries(settings));
});

module.exports = app;
