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
