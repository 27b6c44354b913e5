const express = require("express");

const app = express();
app.use(express.json({ limit: "10kb" }));

app.post("/orders", (req, res) => {
  const xml = `<order><price>10</price><note>${req.body.note}</note></order>`;
  res.type("application/xml").send(xml);
});

module.exports = app;
