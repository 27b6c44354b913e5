const jwt = require("jsonwebtoken");

function tokenFor(user) {
  const claims = { sub: user.id, role: user.role };
  // ruleid: javascript.jwt-without-expiry
  return jwt.sign(claims, process.env.JWT_SECRET);
}
function signedFor(user) {
  const payload = { sub: user.id, roles: ["reader"] };
  // ruleid: javascript.jwt-without-expiry
  return jwt.sign(payload, key, { algorithm: "RS256" });
}
function lasting(user) {
  const claims = { sub: user.id };
  claims.name = user.name;
  // ruleid: javascript.jwt-without-expiry
  return jwt.sign(claims, key);
}
function withEnd(user) {
  const claims = { sub: user.id };
  claims.exp = Math.floor(Date.now() / 1000) + 900;
  // ok: javascript.jwt-without-expiry
  return jwt.sign(claims, key);
}
function withOption(user) {
  const claims = { sub: user.id };
  // ok: javascript.jwt-without-expiry
  return jwt.sign(claims, key, { expiresIn: "15m" });
}
function withEndInside(user) {
  const claims = { sub: user.id, exp: inAnHour() };
  // ok: javascript.jwt-without-expiry
  return jwt.sign(claims, key);
}
// What the others say of it is not known here.
function made(user, extra) {
  const claims = { sub: user.id, ...extra };
  // ok: javascript.jwt-without-expiry
  return jwt.sign(claims, key);
}
function handed(user) {
  const claims = { sub: user.id };
  limit(claims);
  // ok: javascript.jwt-without-expiry
  return jwt.sign(claims, key);
}
function given(claims) {
  // ok: javascript.jwt-without-expiry
  return jwt.sign(claims, key);
}
function ended(user) {
  const claims = { sub: user.id };
  setEnd(claims, 900);
  // ok: javascript.jwt-without-expiry
  return jwt.sign(claims, KEY);
}
function endedLater(user) {
  const claims = { sub: user.id };
  switch (user.kind) { case "guest": claims.exp = 1; break; default: claims.exp = 2; }
  // ok: javascript.jwt-without-expiry
  return jwt.sign(claims, KEY);
}
