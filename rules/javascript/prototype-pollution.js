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

function setByPath(target, keys, value) {
  let node = target;
  while (keys.length > 1) {
    const key = keys.shift();
    // ruleid: javascript.prototype-pollution
    node = node[key] ??= {};
  }
  node[keys[0]] = value;
}
app.patch("/settings", (req, res) => {
  for (const [name, value] of Object.entries(req.body)) setByPath(settings, name.split("."), value);
  res.json(settings);
});

const setInside = (target, keys, value) => {
  if (keys.some((key) => BLOCKED.has(key))) return;
  let node = target;
  for (const key of keys.slice(0, -1)) {
    // ok: javascript.prototype-pollution
    node = node[key] ?? {};
  }
  node[keys.at(-1)] = value;
};
app.patch("/flags", (req, res) => {
  setInside(flags, req.body.path.split("."), req.body.value);
  res.json(flags);
});

function readByPath(source, keys) {
  let node = source;
  // ok: javascript.prototype-pollution
  for (const key of keys) node = node[key];
  return node;
}
app.get("/settings/:path", (req, res) => res.json(readByPath(settings, req.params.path.split("."))));

app.patch("/theme", (req, res) => {
  // ok: javascript.prototype-pollution
  _.merge(settings, { theme: { colour: String(req.body.colour) } });
  // ruleid: javascript.prototype-pollution
  _.merge(settings, { theme: req.body.theme });
  // ruleid: javascript.prototype-pollution
  _.set(settings, String(req.body.path), 1);
  res.end();
});

wss.on("connection", (peer) => {
  peer.on("message", (raw) => {
    const message = JSON.parse(raw);
    // ruleid: javascript.prototype-pollution
    rooms[message.room][message.key] = message.value;
    // ok: javascript.prototype-pollution
    roomsById.get(message.room)?.set(message.key, message.value);
  });
});
