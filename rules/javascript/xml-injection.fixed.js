const fs = require("node:fs");

app.post("/a", (req, res) => {
  // ruleid: javascript.xml-injection
  const xml = "<order><price>10</price><item>" + String(req.body.item).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`) + "</item></order>";
  // ok: javascript.xml-injection
  const other = create().ele("order").ele("item").txt(req.body.item).doc().end();
  // ok: javascript.xml-injection
  const amountXml = `<amount>${Number(req.body.amount)}</amount>`;
  fs.writeFileSync("order.xml", xml + other + amountXml);
});

app.post("/b", (req, res) => {
  const { user } = req.body;
  // ruleid: javascript.xml-injection
  const envelope = `<soap:Envelope><soap:Body><user>${String(user).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)}</user></soap:Body></soap:Envelope>`;
  // ok: javascript.xml-injection
  const safeXml = `<user>${escapeXml(user)}</user>`;
  client.post(envelope, safeXml);
});

app.get("/c", (req, res) => {
  // ruleid: javascript.xml-injection
  res.type("application/xml").send("<answer>" + String(req.query.q).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`) + "</answer>");
  // ok: javascript.xml-injection
  res.type("application/xml").send("<answer>yes</answer>");
});
