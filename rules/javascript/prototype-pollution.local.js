const express = require("express");
const merge = require("./own-merge");
const { extend } = require("../lib/objects");
const deepMerge = require("deepmerge-of-somebody");
const app = express();
app.use(express.json());
app.put("/1", (req, res) => {
  // ok: javascript.prototype-pollution
  res.json(merge({}, req.body));
});
app.put("/2", (req, res) => {
  // ok: javascript.prototype-pollution
  res.json(extend({}, req.body));
});
app.put("/3", (req, res) => {
  // ruleid: javascript.prototype-pollution
  res.json(deepMerge({}, req.body));
});
