import xpath from "xpath";

app.get("/user", (req, res) => {
  // ruleid: javascript.xpath-injection
  const node = xpath.select("//user[name='" + req.query.name + "']", doc);
  // ruleid: javascript.xpath-injection
  const one = xpath.select1(`//user[@id='${req.params.id}']/email`, doc);
  const path = "//order[" + req.query.filter + "]";
  // ruleid: javascript.xpath-injection
  const parsed = xpath.parse(path);
  // ok: javascript.xpath-injection
  const safe = xpath.parse("//user[name=$name]").select({ node: doc, variables: { name: req.query.name } });
  // ok: javascript.xpath-injection
  const fixed = xpath.select("//user", doc);
  // ok: javascript.xpath-injection
  const number = xpath.select(`//user[${Number(req.query.index)}]`, doc);
  res.json({ node, one, parsed, safe, fixed, number });
});
