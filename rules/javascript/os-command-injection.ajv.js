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

const byData = new Ajv({ $data: true }).compile({
  type: "object",
  properties: { name: { type: "string" }, again: { const: { $data: "1/name" } }, one: { const: "a", type: "string" } },
});
app.post("/data", (req, res) => {
  if (!byData(req.body)) return res.sendStatus(400);
  // As it was sent in another field.
  // ruleid: javascript.os-command-injection
  exec(`useradd ${req.body.again}`);
  // ok: javascript.os-command-injection
  exec(`useradd ${req.body.one}`);
  res.end();
});
const lax = new Ajv({ strict: false, validateFormats: false });
const isDay = lax.compile({ type: "object", properties: { day: { type: "string", format: "date" }, n: { type: "integer" } } });
const isDate = ajv.compile({ type: "object", properties: { day: { type: "string", format: "date" } } });
app.post("/day", (req, res) => {
  if (!isDay(req.body)) return res.sendStatus(400);
  // Nothing looks at formats.
  // ruleid: javascript.os-command-injection
  exec(`report ${req.body.day}`);
  // ok: javascript.os-command-injection
  exec(`report ${req.body.n}`);
  res.end();
});
app.post("/date", (req, res) => {
  if (!isDate(req.body)) return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec(`report ${req.body.day}`);
  res.end();
});
const later = ajv.compile({ $async: true, type: "object", properties: { n: { type: "integer" } } });
app.post("/promise", (req, res) => {
  // A promise is always true.
  if (!later(req.body)) return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec(`report ${req.body.n}`);
  res.end();
});
const isList = ajv.compile({
  type: "object",
  properties: {
    id: { type: ["string", "array"], pattern: "^[a-z]+$" },
    list: { type: "array", format: "uuid" },
    text: { type: "string", pattern: "^[\\s\\S]*$" },
    lines: { type: "string", pattern: "^(.|\\n)*$" },
    words: { type: "string", pattern: "^([a-z]+ )*[a-z]+$" },
  },
});
app.post("/list", (req, res) => {
  if (!isList(req.body)) return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec(`report ${req.body.id}`);
  // ruleid: javascript.os-command-injection
  exec(`report ${req.body.list[0]}`);
  // ruleid: javascript.os-command-injection
  exec(`report ${req.body.text}`);
  // ruleid: javascript.os-command-injection
  exec(`report ${req.body.lines}`);
  // ok: javascript.os-command-injection
  exec(`report ${req.body.words}`);
  res.end();
});
app.post("/plain", (req, res) => {
  if (!/^[\s\S]*$/.test(req.body.n)) return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec(`report ${req.body.n}`);
  if (!/^[\w.,]*$/.test(req.body.m)) return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec(`report ${req.body.m}`);
  res.end();
});
