import jwt from "jsonwebtoken";

// ruleid: javascript.jwt-without-expiry
const a = jwt.sign({ id: user.id }, key);
// ruleid: javascript.jwt-without-expiry
const b = jwt.sign({ id: user.id, role: user.role }, key, { algorithm: "HS256" });
// ruleid: javascript.jwt-without-expiry
const c = jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { issuer: "shop" });
// ok: javascript.jwt-without-expiry
const d = jwt.sign({ id: user.id }, key, { expiresIn: "15m" });
// ok: javascript.jwt-without-expiry
const e = jwt.sign({ id: user.id, exp: Math.floor(Date.now() / 1000) + 900 }, key);
// ok: javascript.jwt-without-expiry
const f = jwt.sign(payload, key, options);
// ok: javascript.jwt-without-expiry
const g = signer.sign({ id: user.id }, key);
// ruleid: javascript.jwt-without-expiry
const old = jwt.verify(token, key, { ignoreExpiration: true });

passport.use(new Strategy({
  jwtFromRequest: fromHeader,
  // ruleid: javascript.jwt-without-expiry
  ignoreExpiration: true,
}, found));
passport.use(new Strategy({
  jwtFromRequest: fromHeader,
  // ok: javascript.jwt-without-expiry
  ignoreExpiration: false,
}, found));

exports.longLived = (user, key) => {
  // ruleid: javascript.jwt-without-expiry
  const api = jwt.sign({ sub: user.id }, key, { algorithm: "RS256", expiresIn: "10y" });
  // ok: javascript.jwt-without-expiry
  const session = jwt.sign({ sub: user.id }, key, { algorithm: "RS256", expiresIn: "30d" });
  return [api, session];
};
