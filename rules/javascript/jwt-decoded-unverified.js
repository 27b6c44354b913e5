const jwt = require("jsonwebtoken");
const { decodeJwt } = require("jose");

app.get("/me", (req, res) => {
  // ruleid: javascript.jwt-decoded-unverified
  const claims = jwt.decode(req.headers.authorization.split(" ")[1]);
  res.json(claims.user);
});

app.get("/orders", (req, res) => {
  const token = req.cookies.token;
  // ruleid: javascript.jwt-decoded-unverified
  const { sub } = decodeJwt(token);
  res.json(orders(sub));
});

function getUserFromToken(token) {
  // ruleid: javascript.jwt-decoded-unverified
  return jwt.decode(token).sub;
}

app.get("/safe", (req, res) => {
  // ok: javascript.jwt-decoded-unverified
  const claims = jwt.verify(req.cookies.token, key, { algorithms: ["RS256"] });
  res.json(claims.user);
});

function verifyToken(token) {
  jwt.verify(token, key, { algorithms: ["RS256"] });
  // ok: javascript.jwt-decoded-unverified
  return jwt.decode(token, { complete: true }).header;
}

// ok: javascript.jwt-decoded-unverified
const own = jwt.decode(process.env.SERVICE_TOKEN);

async function verifyWithKeys(token) {
  // ok: javascript.jwt-decoded-unverified
  const read = jwt.decode(token, { complete: true });
  const found = await keys.getSigningKey(read.header.kid);
  return jwt.verify(token, found.getPublicKey(), { algorithms: ["RS256"] });
}

export async function sessionOf(cookie) {
  // ruleid: javascript.jwt-decoded-unverified
  const { sub } = decodeJwt(cookie);
  return { sub };
}
