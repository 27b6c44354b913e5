const express = require("express");

const app = express();

app.get("/preview", async (req, res) => {
  const answer = await fetch(req.query.url);
  res.send(await answer.text());
});

module.exports = app;
