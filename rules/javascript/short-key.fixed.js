import crypto, { generateKeyPairSync } from "node:crypto";

// ruleid: javascript.short-key
const a = crypto.generateKeyPairSync("rsa", { modulusLength: 3072 });
// ruleid: javascript.short-key
const b = generateKeyPairSync("rsa", { modulusLength: 3072, publicExponent: 65537 });
// ruleid: javascript.short-key
const c = await crypto.subtle.generateKey({ name: "RSA-OAEP", modulusLength: 3072, hash: "SHA-256" }, true, ["encrypt"]);
// ok: javascript.short-key
const d = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
// ok: javascript.short-key
const e = crypto.generateKeyPairSync("ed25519");
// ok: javascript.short-key
const f = crypto.generateKeyPairSync("rsa", { modulusLength: bits });

// ruleid: javascript.short-key
const keys = async (size = 3072) =>
  promisify(generateKeyPair)("rsa", { modulusLength: size });

const KEY_BITS = 1024;
// ruleid: javascript.short-key
const named = crypto.generateKeyPairSync("rsa", { modulusLength: 3072 });
const GOOD_BITS = 3072;
// ok: javascript.short-key
const goodNamed = crypto.generateKeyPairSync("rsa", { modulusLength: GOOD_BITS });
