const express = require("express");

const app = express();
const allowedHosts = new Set(["127.0.0.1"]);

app.get("/preview", async (req, res) => {
  const address = req.query.url;
  if (!allowedHosts.has(new URL(address).hostname)) return res.sendStatus(400);
  const answer = await fetch(address);
  res.json(await answer.text());
});

module.exports = app;
