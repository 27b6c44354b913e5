const crypto = require("node:crypto");

function mayCall(token) {
  // ruleid: javascript.timing-unsafe-secret-compare
  return crypto.timingSafeEqual(crypto.createHash("sha256").update(String(token)).digest(), crypto.createHash("sha256").update(String(process.env.API_TOKEN)).digest());
}
app.use((req, res, next) => {
  // ruleid: javascript.timing-unsafe-secret-compare
  if (!crypto.timingSafeEqual(crypto.createHash("sha256").update(String(req.get("x-key"))).digest(), crypto.createHash("sha256").update(String(process.env.WEBHOOK_SECRET)).digest())) return res.sendStatus(401);
  next();
});
// ruleid: javascript.timing-unsafe-secret-compare
const same = crypto.timingSafeEqual(crypto.createHash("sha256").update(String(process.env.ADMIN_PASSWORD)).digest(), crypto.createHash("sha256").update(String(given)).digest());
// ok: javascript.timing-unsafe-secret-compare
const isSet = process.env.API_TOKEN !== undefined;
// ok: javascript.timing-unsafe-secret-compare
const isDefault = process.env.API_TOKEN === "changeme";
// ok: javascript.timing-unsafe-secret-compare
const isProduction = mode === process.env.NODE_ENV;
// ok: javascript.timing-unsafe-secret-compare
const fits = crypto.timingSafeEqual(Buffer.from(token), Buffer.from(process.env.API_TOKEN));
