class ApiKeyGuard {
  isValid(header) {
    const provided = header.slice("ApiKey ".length);
    // ruleid: javascript.timing-unsafe-compare
    return provided === this.apiKey;
  }
  changed(prev, next) {
    // ok: javascript.timing-unsafe-compare
    return prev.apiKey !== next.apiKey;
  }
  isSet() {
    // ok: javascript.timing-unsafe-compare
    return undefined !== this.apiKey;
  }
}

export function verifyPassword(password, stored) {
  const [salt, hash] = stored.split(":");
  const given = crypto.pbkdf2Sync(password, salt, 310_000, 32, "sha256");
  // ruleid: javascript.timing-unsafe-compare
  return given.toString("hex") === hash;
}
export function fits(password, user) {
  const derived = scryptSync(password, user.salt, 64).toString("hex");
  // ruleid: javascript.timing-unsafe-compare
  if (derived !== user.hash) throw new Error("wrong password");
  // ok: javascript.timing-unsafe-compare
  return derived.length === 128;
}
export function fitsSafely(password, user) {
  const derived = scryptSync(password, user.salt, 64);
  // ok: javascript.timing-unsafe-compare
  return timingSafeEqual(derived, Buffer.from(user.hash, "hex"));
}
