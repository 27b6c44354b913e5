const expected = process.env.API_KEY;
const { ADMIN_TOKEN: adminToken } = process.env;
const region = process.env.REGION;

app.use((req, res, next) => {
  // ruleid: javascript.timing-unsafe-secret-compare
  if (req.get("x-api-key") === expected) return next();
  res.sendStatus(401);
});
function isAdmin(given) {
  // ruleid: javascript.timing-unsafe-secret-compare
  return adminToken === given;
}
async function hook(c) {
  const secret = process.env.WEBHOOK_SECRET;
  // ruleid: javascript.timing-unsafe-secret-compare
  if (c.req.query("secret") !== secret) return c.text("no", 401);
  return c.text("ok");
}
function isSet() {
  // ok: javascript.timing-unsafe-secret-compare
  return expected !== undefined && expected !== "";
}
// No secret.
function isHere(where) {
  // ok: javascript.timing-unsafe-secret-compare
  return where === region;
}
function hasLength(given) {
  // ok: javascript.timing-unsafe-secret-compare
  return given.length === expected.length;
}
// What the program was set up with, and nothing that was sent.
// ok: javascript.timing-unsafe-secret-compare
if (expected === DEFAULT_KEY) throw new Error("Set API_KEY");
// ok: javascript.timing-unsafe-secret-compare
if (expected !== previousKey) restart();
