import { createHmac, timingSafeEqual } from "node:crypto";

export function isSigned(body, given) {
  const expected = createHmac("sha256", key).update(body).digest();
  // ruleid: javascript.timing-unsafe-compare
  return expected.toString("hex") === given;
}
export function isSame(body, given) {
  // ruleid: javascript.timing-unsafe-compare
  return createHmac("sha256", key).update(body).digest().equals(given);
}
export function isOwn(body, given) {
  const mac = createHmac("sha256", key).update(body).digest();
  // ruleid: javascript.timing-unsafe-compare
  if (!mac.equals(Buffer.from(given, "hex"))) throw new Error("not signed");
}
export function fits(body, given) {
  const mac = createHmac("sha256", key).update(body).digest();
  // ok: javascript.timing-unsafe-compare
  return timingSafeEqual(mac, Buffer.from(given, "hex"));
}
// ok: javascript.timing-unsafe-compare
export const sameFile = (one, other) => createHash("sha256").update(one).digest().equals(other);
// ok: javascript.timing-unsafe-compare
export const sameId = (one, other) => one.id.toString() === other;
