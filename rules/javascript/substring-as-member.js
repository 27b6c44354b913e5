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
const OWNER_MAILS = process.env["OWNER_MAILS"];
function isOwner(user) {
  // ruleid: javascript.substring-as-member
  return OWNER_MAILS.includes(user.email);
}
// Made a list under its own name.
let allowedUsers = process.env.ALLOWED_USERS || "";
allowedUsers = allowedUsers.split(",");
function isAllowed(user) {
  // ok: javascript.substring-as-member
  return allowedUsers.includes(user.id);
}
// Characters, and a sentence.
const allowedCharacters = "0-9,a-f,.";
const trustedText = "Your address, and your name";
function shown(event) {
  // ok: javascript.substring-as-member
  return allowedCharacters.includes(event.key) || trustedText.includes(event.name);
}
// The name of one machine, and the place of an entry.
function here(host) {
  // ok: javascript.substring-as-member
  return process.env.HOSTNAME.includes(host);
}
function restOf(host) {
  // ok: javascript.substring-as-member
  return allowedHosts.slice(allowedHosts.indexOf(host));
}
