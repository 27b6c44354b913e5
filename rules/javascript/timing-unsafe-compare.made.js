const crypto = require("crypto");
function signatureOf(body) {
  return crypto.createHmac("sha256", process.env.HOOK_KEY).update(body).digest("hex");
}
const tagOf = (text) => crypto.createHmac("sha512", KEY).update(text).digest("base64");
function digestOf(file) {
  return crypto.createHash("sha256").update(file).digest("hex");
}
function checkHook(req) {
  const made = signatureOf(req.body);
  // ruleid: javascript.timing-unsafe-compare
  if (req.get("x-tag") !== made) throw new Error("signature");
}
function checkLink(text, tag) {
  // ruleid: javascript.timing-unsafe-compare
  return tagOf(text) === tag;
}
function checkTicket(ticket) {
  const made = tagOf(ticket.text);
  // ruleid: javascript.timing-unsafe-compare
  return made === ticket.tag;
}
function checkMissing(body) {
  const made = signatureOf(body);
  // ok: javascript.timing-unsafe-compare
  return made !== undefined;
}
function changed(file, before) {
  // ok: javascript.timing-unsafe-compare
  return digestOf(file) !== before;
}
function checkEqual(body, sent) {
  const made = Buffer.from(signatureOf(body));
  // ok: javascript.timing-unsafe-compare
  return made.length === sent.length && crypto.timingSafeEqual(made, sent);
}
