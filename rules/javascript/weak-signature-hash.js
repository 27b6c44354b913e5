import crypto from "node:crypto";

// ruleid: javascript.weak-signature-hash
const mac = crypto.createHmac("md5", key).update(body).digest("hex");
// ruleid: javascript.weak-signature-hash
const signer = crypto.createSign("RSA-SHA1");
// ruleid: javascript.weak-signature-hash
const token = crypto.createHash("md5").update(user.id + secret).digest("hex");
// ok: javascript.weak-signature-hash
const derived = crypto.pbkdf2Sync(password, salt, 100000, 32, "sha1");
// ok: javascript.weak-signature-hash
const good = crypto.createHmac("sha256", key).update(body).digest("hex");
// ok: javascript.weak-signature-hash
const etag = crypto.createHash("md5").update(file).digest("hex");
// ok: javascript.weak-signature-hash
const better = crypto.createSign("RSA-SHA256");
// ok: javascript.weak-signature-hash
const cacheKey = crypto.createHash("sha1").update(url).digest("hex");
