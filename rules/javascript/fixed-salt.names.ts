export function hashFor(email: string, password: string) {
  const salt = email;
  // ruleid: javascript.fixed-salt
  return pbkdf2Sync(password, salt, 600000, 32, "sha512");
}
export function keyOf(user: User, password: string) {
  // ruleid: javascript.fixed-salt
  return scryptSync(password, user.email.toLowerCase(), 64);
}
export function hashOf(password: string, username: string) {
  // ruleid: javascript.fixed-salt
  return crypto.scryptSync(password, Buffer.from(username), 64);
}
export function hashNew(email: string, password: string) {
  const salt = randomBytes(16);
  // ok: javascript.fixed-salt
  return [email, salt, pbkdf2Sync(password, salt, 600000, 32, "sha512")];
}
export function check(user: User, password: string) {
  // ok: javascript.fixed-salt
  return scryptSync(password, user.salt, 64).equals(user.hash);
}
export function derive(user: User, password: string) {
  // ok: javascript.fixed-salt
  return scryptSync(password, saltFor(user.email), 64);
}
// No password.
// ok: javascript.fixed-salt
export const keyOf = (masterKey, userId) => crypto.scryptSync(masterKey, userId, 32);
// ok: javascript.fixed-salt
export function makeMasterKey(password, email) { return pbkdf2(password, email.toLowerCase(), 600000); }
