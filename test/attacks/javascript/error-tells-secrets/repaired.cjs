const express = require("express");

const app = express();

app.get("/order/:number", (req, res) => {
  try {
    if (req.params.number === "0") throw new Error("the database is away");
    res.json({ order: Number(req.params.number) });
  } catch (error) {
    res.status(500).send("Something went wrong");
  }
});

module.exports = app;
