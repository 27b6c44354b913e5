import crypto from "node:crypto";

// ruleid: javascript.static-iv
const a = crypto.createCipheriv("aes-256-cbc", key, "1234567890123456");
// ruleid: javascript.static-iv
const b = crypto.createCipheriv("aes-256-gcm", key, Buffer.alloc(12));
// ruleid: javascript.static-iv
const c = crypto.createCipheriv("aes-256-cbc", key, Buffer.from("000102030405060708090a0b0c0d0e0f", "hex"));
// ok: javascript.static-iv
const d = crypto.scryptSync(password, "salt", 64);
// ok: javascript.static-iv
const e = crypto.pbkdf2Sync(password, "pepper", 600000, 32, "sha256");
// ok: javascript.static-iv
const f = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
// ok: javascript.static-iv
const g = crypto.scryptSync(password, user.salt, 64);
// ok: javascript.static-iv
const h = crypto.createCipheriv("aes-256-cbc", key, Buffer.from(message.iv, "hex"));
// ok: javascript.static-iv
const i = bcrypt.hashSync(password, 12);

const FIXED = Buffer.from("00112233445566778899aabbccddeeff", "hex");
// ruleid: javascript.static-iv
const j = crypto.createCipheriv("aes-256-cbc", key, FIXED);

function encrypt(text) {
  const iv = Buffer.alloc(16);
  crypto.randomFillSync(iv);
  // ok: javascript.static-iv
  return crypto.createCipheriv("aes-256-cbc", key, iv).update(text);
}

class Vault {
  constructor(key) {
    this.key = key;
    this.iv = Buffer.alloc(16, 0);
  }
  seal(text) {
    // ruleid: javascript.static-iv
    return crypto.createCipheriv("aes-256-cbc", this.key, this.iv).update(text);
  }
}
class Box {
  iv = Buffer.from("00112233445566778899aabbccddeeff", "hex");
  seal(text) {
    // ruleid: javascript.static-iv
    return crypto.createCipheriv("aes-256-cbc", this.key, this.iv).update(text);
  }
}
class Message {
  constructor(key) {
    this.key = key;
    this.iv = crypto.randomBytes(16);
  }
  seal(text) {
    // ok: javascript.static-iv
    return crypto.createCipheriv("aes-256-cbc", this.key, this.iv).update(text);
  }
}
