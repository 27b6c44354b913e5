// ruleid: javascript.small-curve
const one = crypto.createECDH("secp192k1");
// ruleid: javascript.small-curve
const two = crypto.generateKeyPairSync("ec", { namedCurve: "prime192v1" });
// ruleid: javascript.small-curve
const three = new EC("p192");
// ok: javascript.small-curve
const four = crypto.createECDH("secp384r1");
// ok: javascript.small-curve
const five = crypto.generateKeyPairSync("ec", { namedCurve: "prime256v1" });
// ok: javascript.small-curve
const six = crypto.generateKeyPairSync("ed25519");
