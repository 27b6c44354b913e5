// ruleid: javascript.hardcoded-secret-argument
const KEY = Buffer.from(process.env.ENC_KEY || "0123456789abcdef0123456789abcdef");
// ruleid: javascript.hardcoded-secret-argument
const aes = process.env.AES_KEY ?? "correct horse battery";
// ruleid: javascript.hardcoded-secret-argument
const sign = createHmac("sha256", process.env.SIGN_KEY || "change me later");
// ok: javascript.hardcoded-secret-argument
const given = Buffer.from(process.env.ENC_KEY!, "hex");
// ok: javascript.hardcoded-secret-argument
const kind = process.env.ENCODING || "utf8-with-mark";
// ok: javascript.hardcoded-secret-argument
const cache = process.env.CACHE_KEY || "products";
// What is said about a key.
// ok: javascript.hardcoded-secret-argument
const bits = process.env.AES_KEY_SIZE || "256";
// ok: javascript.hardcoded-secret-argument
const written = process.env.ENC_KEY_FORMAT ?? "base64";
// ok: javascript.hardcoded-secret-argument
const kept = process.env.SIGN_KEY_SOURCE || "kms";
// ok: javascript.hardcoded-secret-argument
const folder = process.env.SIGNING_KEY_DIR ?? "./keys";
