const yaml = require("js-yaml");
const { DEFAULT_FULL_SCHEMA, JSON_SCHEMA } = require("js-yaml");
app.post("/settings", (req, res) => {
  // ruleid: javascript.unsafe-deserialization
  const all = yaml.load(req.body.text, { schema: DEFAULT_FULL_SCHEMA });
  // ok: javascript.unsafe-deserialization
  const some = yaml.load(req.body.text, { schema: JSON_SCHEMA });
  res.json([all, some]);
});
