import serialize from "node-serialize";
import v8 from "node:v8";
import yaml from "js-yaml";

app.get("/profile", (req, res) => {
  const cookie = Buffer.from(req.cookies.profile, "base64").toString();
  // ruleid: javascript.unsafe-deserialization
  const profile = serialize.unserialize(cookie);
  // ok: javascript.unsafe-deserialization
  const safe = JSON.parse(cookie);
  res.json([profile, safe]);
});

app.post("/state", (req, res) => {
  // ruleid: javascript.unsafe-deserialization
  const state = v8.deserialize(req.body);
  // ruleid: javascript.unsafe-deserialization
  const config = yaml.load(req.body.config, { schema: yaml.DEFAULT_FULL_SCHEMA });
  // ok: javascript.unsafe-deserialization
  const plain = yaml.load(req.body.config);
  // ok: javascript.unsafe-deserialization
  const own = v8.deserialize(fs.readFileSync("state.bin"));
  res.json([state, config, plain, own]);
});

new Worker("imports", async (job) => {
  // ruleid: javascript.unsafe-deserialization
  const state = serialize.unserialize(job.data.state);
  // ok: javascript.unsafe-deserialization
  return JSON.parse(job.data.options).count + state.count;
});

app.post("/settings", (req, res) => {
  const schema = yaml.DEFAULT_SCHEMA.extend(unsafe.all);
  // ruleid: javascript.unsafe-deserialization
  res.json(yaml.load(req.body, { schema }));
  const dates = yaml.DEFAULT_SCHEMA.extend([dateType]);
  // ok: javascript.unsafe-deserialization
  res.json(yaml.load(req.body, { schema: dates }));
  // ok: javascript.unsafe-deserialization
  res.json(yaml.load(req.body, { schema: yaml.JSON_SCHEMA }));
});

const jsTypes = require("js-yaml-js-types").all;
const functionSchema = yaml.DEFAULT_SCHEMA.extend(jsTypes);
app.post("/pipelines", (req, res) => {
  // ruleid: javascript.unsafe-deserialization
  const steps = yaml.load(req.body.definition, { schema: functionSchema });
  // ok: javascript.unsafe-deserialization
  const plain = yaml.load(req.body.definition, { schema: yaml.JSON_SCHEMA });
  res.json({ steps, plain });
});
