const mergeDeep = require("lodash.merge");

app.put("/a", (req, res) => {
  // ruleid: javascript.prototype-pollution
  settings = mergeDeep(settings, req.body);
});

function merge(target, source) {
  for (const key in source) {
    if (key === "__proto__" || key === "constructor") continue;
    target[key] = typeof source[key] === "object" ? merge(target[key] || {}, source[key]) : source[key];
  }
  return target;
}

app.put("/b", (req, res) => {
  // ok: javascript.prototype-pollution
  merge(settings, req.body);
});

const copyOneLevel = require("node:util"),
  extend = copyOneLevel._extend;
app.all("/proxy", (req, res) => {
  // ok: javascript.prototype-pollution
  const headers = extend({}, req.headers);
  res.json(send(headers));
});
