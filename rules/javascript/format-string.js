const util = require("node:util");

app.get("/a", (req, res) => {
  // ruleid: javascript.format-string
  console.log("user " + req.query.name + " did %s", action);
  // ok: javascript.format-string
  console.log("user %s did %s", req.query.name, action);
  // ruleid: javascript.format-string
  console.error(`no access for ${req.query.name}`, reason);
  // ok: javascript.format-string
  console.error("no access for", req.query.name, reason);
  // ruleid: javascript.format-string
  const line = util.format(req.query.format, 1, 2);
  // ok: javascript.format-string
  const other = util.format("%d of %d", Number(req.query.first), 2);
});
