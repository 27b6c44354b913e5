import crypto from "node:crypto";

app.post("/hook", (req, res) => {
  const expected = crypto.createHmac("sha256", key).update(req.rawBody).digest("hex");
  const signature = req.headers["x-signature"];
  // ruleid: javascript.timing-unsafe-compare
  if (signature !== expected) return res.status(401).end();
  // ruleid: javascript.timing-unsafe-compare
  if (req.headers["x-api-key"] === process.env.API_KEY) next();
  // ruleid: javascript.timing-unsafe-compare
  if (crypto.createHmac("sha256", key).update(body).digest("hex") === signature) next();
  // ok: javascript.timing-unsafe-compare
  if (!crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return res.status(401).end();
  // ok: javascript.timing-unsafe-compare
  if (signature === undefined) return res.status(401).end();
  // ok: javascript.timing-unsafe-compare
  if (req.body.name === user.name) next();
  // ok: javascript.timing-unsafe-compare
  if (typeof signature !== "string") return res.status(401).end();
});

class TokenService {
  verify(payload, signature) {
    const wanted = this.sign(payload);
    // ruleid: javascript.timing-unsafe-compare
    return wanted === signature;
  }
  verifyAtOnce(payload, signature) {
    // ruleid: javascript.timing-unsafe-compare
    return signature === this.sign(payload);
  }
  sameUser(payload, other) {
    const wanted = this.design(payload);
    // ok: javascript.timing-unsafe-compare
    return wanted === other;
  }
}

function checkHook(req) {
  const expected = "sha256=" + crypto.createHmac("sha256", key).update(req.rawBody).digest("hex");
  const sent = req.get("X-Hub-Signature-256");
  // ruleid: javascript.timing-unsafe-compare
  return sent === expected;
}
function checkVersion(req) {
  const etag = "v1-" + crypto.createHash("sha256").update(req.rawBody).digest("hex");
  // ok: javascript.timing-unsafe-compare
  return req.get("if-none-match") === etag;
}
