const express = require("express");

const app = express();
app.use(express.json({ limit: "10kb" }));

const escapeXml = (text) => String(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

app.post("/orders", (req, res) => {
  const xml = `<order><price>10</price><note>${escapeXml(req.body.note)}</note></order>`;
  res.type("application/xml").send(xml);
});

module.exports = app;
