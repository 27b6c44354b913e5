const BLOCKED = new Set(["__proto__", "constructor", "prototype"]);

function deepMerge(target, source) {
  for (const key of Object.keys(source)) {
    if (BLOCKED.has(key)) continue;
    if (typeof source[key] === "object") deepMerge((target[key] ??= {}), source[key]);
    else target[key] = source[key];
  }
}

const extend = (target, source) => ({ ...target, ...source });

router.put("/settings", (req, res) => {
  // ok: javascript.prototype-pollution
  deepMerge(settings, req.body);
  // ok: javascript.prototype-pollution
  settings = extend(settings, req.body);
  // ruleid: javascript.prototype-pollution
  merge(settings, req.body);
});

const counters = Object.create(null);
const totals = {};
app.post("/count", (req, res) => {
  const { page, event } = req.body;
  counters[page] ??= Object.create(null);
  // ok: javascript.prototype-pollution
  counters[page][event] = 1;
  // ruleid: javascript.prototype-pollution
  totals[page][event] = 1;
  res.json(counters);
});
