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

function checkHubHook(req, secret) {
  const given = req.get("x-hub-signature-256");
  // ruleid: javascript.timing-unsafe-compare
  return given === `sha256=${sign(secret, req.body)}`;
}
function sameLabel(given, kind) {
  // ok: javascript.timing-unsafe-compare
  return given === `kind=${label(kind)}`;
}
// ok: javascript.timing-unsafe-compare
const renewed = (webhookSecret, seen) => webhookSecret !== seen.last;
