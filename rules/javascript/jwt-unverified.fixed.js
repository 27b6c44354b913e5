import jwt from "jsonwebtoken";

function authenticate(req, res, next) {
  // ruleid: javascript.jwt-unverified
  req.user = jwt.decode(req.headers.authorization.slice(7));
  next();
}

function read(token) {
  // ruleid: javascript.jwt-unverified
  const payload = jwt.decode(token);
  return payload.sub;
}

// ruleid: javascript.jwt-unverified
const open = jwt.verify(token, key, { algorithms: ["HS256"] });
// ruleid: javascript.jwt-unverified
const first = jwt.verify(token, key, { algorithms: ["HS256"] });
// ruleid: javascript.jwt-unverified
const unsigned = jwt.sign({ id: 1 }, null, { algorithm: "none" });
// ok: javascript.jwt-unverified
const good = jwt.verify(token, key, { algorithms: ["RS256"] });

function readKey(token) {
  // ok: javascript.jwt-unverified
  const payload = jwt.decode(token, { complete: true });
  return jwt.verify(token, keys[payload.header.kid], { algorithms: ["RS256"] });
}

// ok: javascript.jwt-unverified
const text = base64.decode(token);

function tokenExpiry(token) {
  // ok: javascript.jwt-unverified
  const claims = jwt.decode(token);
  return new Date(claims.exp * 1000);
}
