import set from "lodash/set";
import { dset } from "dset";
import { set as put } from "./store";

app.post("/config", async (c) => {
  const { path, value } = await c.req.json();
  // ruleid: javascript.prototype-pollution
  set(config, path, value);
  // ruleid: javascript.prototype-pollution
  dset(config, path, value);
  return c.json(config);
});
app.post("/theme", (req, res) => {
  // ruleid: javascript.prototype-pollution
  set(config, req.body.path, req.body.value);
  // A value is no key.
  // ok: javascript.prototype-pollution
  set(config, "ui.theme", req.body.value);
  res.end();
});
app.post("/known", async (c) => {
  const { path, value } = await c.req.json();
  if (!["ui.theme", "ui.lang"].includes(path)) return c.json({}, 400);
  // ok: javascript.prototype-pollution
  set(config, path, value);
  return c.json(config);
});
app.post("/kept", (req, res) => {
  // ok: javascript.prototype-pollution
  put(config, req.body.path, req.body.value);
  res.end();
});
app.post("/plain", (req, res) => {
  if (/^(__proto__|constructor|prototype)$|__proto__/.test(req.body.path)) return res.sendStatus(400);
  // ok: javascript.prototype-pollution
  set(config, req.body.path, req.body.value);
  res.end();
});
app.post("/letters", (req, res) => {
  const { path, value } = req.body;
  if (!/^[a-z]+(\.[a-z]+)*$/.test(path)) return res.sendStatus(400);
  // ok: javascript.prototype-pollution
  set(config, path, value);
  const bare = Object.create(null);
  // ok: javascript.prototype-pollution
  set(bare, req.body.other, value);
  res.json(bare);
});
