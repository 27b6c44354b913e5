import crypto from "node:crypto";
import CryptoJS from "crypto-js";

// ruleid: javascript.weak-cipher
const a = crypto.createCipheriv("des-ede3-cbc", key, iv);
// ruleid: javascript.weak-cipher
const b = crypto.createCipheriv("aes-256-ecb", key, null);
// ruleid: javascript.weak-cipher
const c = crypto.createCipher("aes-256-cbc", password);
// ruleid: javascript.weak-cipher
const d = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
// ok: javascript.weak-cipher
const e = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
// ok: javascript.weak-cipher
const f = crypto.createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
// ok: javascript.weak-cipher
const g = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CBC, iv });

const MODES = { fast: "aes-128-ecb", safe: "aes-256-gcm" };
// ruleid: javascript.weak-cipher
const fast = crypto.createCipheriv(MODES.fast, key, null);
// ok: javascript.weak-cipher
const safe = crypto.createCipheriv(MODES.safe, key, iv);
const PICKED = { mode: "aes-128-ecb" };
PICKED.mode = process.env.MODE;
// ok: javascript.weak-cipher
const picked = crypto.createCipheriv(PICKED.mode, key, iv);

function wrap(key, data) {
  // ruleid: javascript.weak-cipher
  return crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, data);
}

function wrapSafely(key, data) {
  // ok: javascript.weak-cipher
  return crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, data);
}
