const ADMINS = "alice@example.com,bob@example.com";
const allowedHosts = process.env.HOSTS || "";
const STAFF = ["alice@example.com", "bob@example.com"];
const trustedOrigins = (process.env.ORIGINS ?? "").split(",");
function isAdmin(req) {
  // ruleid: javascript.substring-as-member
  return ADMINS.includes(req.session.email);
}
function canEdit(user) {
  // ruleid: javascript.substring-as-member
  return process.env.ADMIN_EMAILS.includes(user.email);
}
function isKnown(key) {
  // ruleid: javascript.substring-as-member
  return process.env.ALLOWED_KEYS?.includes(key);
}
function mayCall(hostname) {
  // ruleid: javascript.substring-as-member
  return allowedHosts.indexOf(hostname) !== -1;
}
function isStaff(user) {
  // ok: javascript.substring-as-member
  return STAFF.includes(user.email);
}
function isTrusted(origin) {
  // ok: javascript.substring-as-member
  return trustedOrigins.includes(origin);
}
function fromList(user) {
  // ok: javascript.substring-as-member
  return process.env.ADMIN_EMAILS.split(",").includes(user.email);
}
// ok: javascript.substring-as-member
const local = process.env.ALLOWED_HOST.includes("localhost");
// ok: javascript.substring-as-member
const production = process.env.DATABASE_URL.includes(name);
