import crypto, { createHash } from "node:crypto";
import md5 from "md5";
import bcrypt from "bcrypt";

function register(user, password) {
  // ruleid: javascript.weak-password-hash
  user.hash = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: javascript.weak-password-hash
  user.old = createHash("md5").update(salt + password).digest("hex");
  // ruleid: javascript.weak-password-hash
  user.older = md5(user.password);
  // ruleid: javascript.weak-password-hash
  user.oldest = CryptoJS.SHA1(newPassword).toString();
  // ok: javascript.weak-password-hash
  user.good = bcrypt.hashSync(password, 12);
  // ok: javascript.weak-password-hash
  user.better = crypto.scryptSync(password, salt, 64);
  // ok: javascript.weak-password-hash
  user.etag = crypto.createHash("sha256").update(body).digest("hex");
  // ok: javascript.weak-password-hash
  user.avatar = md5(user.email.trim().toLowerCase());
}

function hashPassword({ secret, salt }) {
  let digest = salt + secret;
  // ruleid: javascript.weak-password-hash
  for (let i = 0; i < 3; i++) digest = createHash("sha256").update(digest).digest("base64");
  return digest;
}
function hashFile(data) {
  // ok: javascript.weak-password-hash
  return createHash("sha256").update(data).digest("hex");
}

const digest = (text) => createHash("sha256").update(text).digest("hex");
async function register({ email, password, avatar }) {
  // ruleid: javascript.weak-password-hash
  await db("users").insert({ email, hash: digest(password) });
  // ok: javascript.weak-password-hash
  await db("avatars").insert({ email, etag: digest(avatar) });
}

function stored(salt, password) {
  // ruleid: javascript.weak-password-hash
  const salted = createHash("sha256").update(salt).update(password).digest("hex");
  const hasher = crypto.createHash("sha512");
  hasher.update(salt);
  // ruleid: javascript.weak-password-hash
  hasher.update(password);
  return salted + hasher.digest("hex");
}
function checksum(header, body) {
  const hasher = crypto.createHash("sha512");
  // ok: javascript.weak-password-hash
  hasher.update(header).update(body);
  const keyed = crypto.createHmac("sha256", key);
  // ok: javascript.weak-password-hash
  keyed.update(password);
  return hasher.digest("hex") + keyed.digest("hex");
}
function hashPassword(plain) {
  const salt = randomBytes(16).toString("hex");
  // ruleid: javascript.weak-password-hash
  return `${salt}:${createHash("sha256").update(salt + plain).digest("hex")}`;
}
function passwordHash(plain, salt) {
  // ruleid: javascript.weak-password-hash
  return crypto.createHash("sha512").update(`${salt}${plain}`).digest("base64");
}
function etag(salt, plain) {
  // ok: javascript.weak-password-hash
  return createHash("sha256").update(salt + plain).digest("hex");
}
