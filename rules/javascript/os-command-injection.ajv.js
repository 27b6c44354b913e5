const Ajv = require("ajv");
const ajv = new Ajv();
const isDeploy = ajv.compile({
  type: "object",
  properties: { branch: { type: "string", pattern: "^[a-z0-9]{1,40}$" }, note: { type: "string" }, steps: { type: "integer" } },
  required: ["branch"],
});
const isOpen = ajv.compile({ type: "object", properties: { branch: { type: "string", pattern: "^[a-z]" }, kind: { pattern: "^[a-z]+$" } } });
const kinds = { type: "object", properties: { kind: { enum: ["full", "quick"] } } };

app.post("/deploy", (req, res) => {
  if (!isDeploy(req.body)) return res.status(400).json(isDeploy.errors);
  // ok: javascript.os-command-injection
  exec(`./deploy.sh ${req.body.branch} ${req.body.steps}`);
  // ruleid: javascript.os-command-injection
  exec(`./deploy.sh ${req.body.note}`);
  // ruleid: javascript.os-command-injection
  exec(`./deploy.sh ${req.query.branch}`);
  res.end();
});
app.post("/kind", (req, res) => {
  if (ajv.validate(kinds, req.body)) {
    const { kind } = req.body;
    // ok: javascript.os-command-injection
    exec(`./build.sh ${kind}`);
  }
  // ruleid: javascript.os-command-injection
  exec(`./build.sh ${req.body.kind}`);
  res.end();
});
app.post("/open", (req, res) => {
  if (!isOpen(req.body)) return res.sendStatus(400);
  // A form that holds for the beginning alone.
  // ruleid: javascript.os-command-injection
  exec(`./deploy.sh ${req.body.branch}`);
  // A list is no text, and passes.
  // ruleid: javascript.os-command-injection
  exec(`./deploy.sh ${req.body.kind}`);
  res.end();
});
app.post("/later", (req, res) => {
  isDeploy(req.body);
  // ruleid: javascript.os-command-injection
  exec(`./deploy.sh ${req.body.branch}`);
  res.end();
});
app.post("/values", (req, res) => {
  const data = req.body;
  if (!isDeploy(data)) throw new Error("bad");
  // ok: javascript.os-command-injection
  exec(`./deploy.sh ${data.branch}`);
  res.end();
});
