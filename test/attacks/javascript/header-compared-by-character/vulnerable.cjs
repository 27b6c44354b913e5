const express = require("express");

const app = express();

app.get("/orders", (req, res) => {
  if (req.headers["x-api-key"] !== process.env.API_KEY) return res.sendStatus(401);
  res.send("orders");
});

module.exports = app;
