const crypto = require("node:crypto");

function mayCall(token) {
  // ruleid: javascript.timing-unsafe-secret-compare
  return token === process.env.API_TOKEN;
}
app.use((req, res, next) => {
  // ruleid: javascript.timing-unsafe-secret-compare
  if (req.get("x-key") !== process.env.WEBHOOK_SECRET) return res.sendStatus(401);
  next();
});
// ruleid: javascript.timing-unsafe-secret-compare
const same = process.env.ADMIN_PASSWORD === given;
// ok: javascript.timing-unsafe-secret-compare
const isSet = process.env.API_TOKEN !== undefined;
// ok: javascript.timing-unsafe-secret-compare
const isDefault = process.env.API_TOKEN === "changeme";
// ok: javascript.timing-unsafe-secret-compare
const isProduction = mode === process.env.NODE_ENV;
// ok: javascript.timing-unsafe-secret-compare
const fits = crypto.timingSafeEqual(Buffer.from(token), Buffer.from(process.env.API_TOKEN));
