export function apiKeyFits(given, stored) {
  // ruleid: javascript.timing-unsafe-compare
  return given === stored;
}
export function sameName(given, stored) {
  // ok: javascript.timing-unsafe-compare
  return given === stored;
}
export function checkSignatureType(type, wantedType) {
  // ok: javascript.timing-unsafe-compare
  return type === wantedType;
}
