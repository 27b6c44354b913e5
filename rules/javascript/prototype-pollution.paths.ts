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
