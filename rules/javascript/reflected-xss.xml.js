const { XMLBuilder } = require("fast-xml-parser");

const builder = new XMLBuilder({ ignoreAttributes: false });

router.post("/orders", async (ctx) => {
  ctx.type = "application/xml";
  // ok: javascript.reflected-xss
  ctx.body = builder.build({ order: { note: ctx.request.body.note } });
});

router.post("/notes", async (ctx) => {
  // ruleid: javascript.reflected-xss
  ctx.body = `<note>${ctx.request.body.note}</note>`;
});

const { create } = require("xmlbuilder2");
app.get("/order.xml", (req, res) => {
  // ok: javascript.reflected-xss
  res.type("application/xml").send(create({ order: { note: req.query.note } }).end());
  // ruleid: javascript.reflected-xss
  res.type("application/xml").send("<order><note>" + req.query.note + "</note></order>");
});

const byIsbn = xpath.parse("//book[@isbn = $isbn]");
app.get("/books/:isbn", (req, res) => {
  const nodes = byIsbn.select({ node: catalog, variables: { isbn: req.params.isbn } });
  // ok: javascript.reflected-xss
  res.type("application/xml").send(nodes[0].toString());
});
