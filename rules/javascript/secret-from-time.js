// ruleid: javascript.secret-from-time
const resetToken = Date.now().toString(36);
class Sessions {
  static session() {
    // ruleid: javascript.secret-from-time
    return crypto.createHash("sha256").update(String(Date.now())).digest("hex");
  }
}
const makeToken = (user) =>
  // ruleid: javascript.secret-from-time
  createHash("md5").update(user.id + Date.now()).digest("hex");
// ruleid: javascript.secret-from-time
user.sessionId = `${user.id}-${Date.now()}`;
// ok: javascript.secret-from-time
const orderNumber = Date.now().toString(36);
// ok: javascript.secret-from-time
const token = crypto.randomBytes(16).toString("hex") + Date.now();
// ok: javascript.secret-from-time
const signedToken = sign({ id: 1, at: Date.now() }, key);
// ok: javascript.secret-from-time
const freshToken = cached.expires > Date.now();
const etag = (text) =>
  // ok: javascript.secret-from-time
  createHash("md5").update(text + Date.now()).digest("hex");

function nextSessionId() {
  counter += 1;
  // ruleid: javascript.secret-from-time
  return "sess-" + Date.now() + "-" + counter;
}
function nextRequestId() {
  counter += 1;
  // ok: javascript.secret-from-time
  return "req-" + Date.now() + "-" + counter;
}
