import _ from "lodash";

app.put("/settings", (req, res) => {
  // ruleid: javascript.prototype-pollution
  _.merge(settings, req.body);
  // ruleid: javascript.prototype-pollution
  _.set(settings, req.body.path, req.body.value);
  const { section, key, value } = req.body;
  // ruleid: javascript.prototype-pollution
  settings[section][key] = value;
  // ok: javascript.prototype-pollution
  settings.theme = req.body.theme;
  // ok: javascript.prototype-pollution
  _.merge(settings, { theme: "dark" }, DEFAULTS);
  // ok: javascript.prototype-pollution
  _.merge(settings, schema.parse(req.body));
  // ok: javascript.prototype-pollution
  table.set(req.body.path, req.body.value);
  res.json(settings);
});

app.put("/section", (req, res) => {
  const { section, value } = req.body;
  if (!ALLOWED_SECTIONS.includes(section)) return res.status(400).end();
  // ok: javascript.prototype-pollution
  settings[section].value = value;
  // ok: javascript.prototype-pollution
  settings[section]["value"] = value;
  res.end();
});
