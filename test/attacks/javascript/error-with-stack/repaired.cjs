const express = require("express");

const app = express();

app.get("/order/:number", (req, res) => {
  try {
    if (req.params.number === "0") throw new Error("connect to orders.internal as shop");
    res.json({ order: Number(req.params.number) });
  } catch (error) {
    res.status(500).json({ error: "Something went wrong" });
  }
});

module.exports = app;
