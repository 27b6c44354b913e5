const bcrypt = require("bcrypt");
const crypto = require("crypto");
const { pbkdf2Sync } = require("node:crypto");

// ruleid: javascript.weak-kdf-cost
const first = crypto.pbkdf2Sync(password, salt, 1000, 64, "sha512");
// ruleid: javascript.weak-kdf-cost
const second = pbkdf2Sync(password, salt, 10_000, 32, "sha256");
// ruleid: javascript.weak-kdf-cost
const third = await bcrypt.hash(password, 5);
// ruleid: javascript.weak-kdf-cost
const fourth = bcrypt.genSaltSync(8);
// ok: javascript.weak-kdf-cost
const fifth = crypto.pbkdf2Sync(password, salt, 600_000, 64, "sha512");
// ok: javascript.weak-kdf-cost
const sixth = await bcrypt.hash(password, 12);
// ok: javascript.weak-kdf-cost
const seventh = await bcrypt.hash(password, ROUNDS);
async function keep(password, salt) {
  // ruleid: javascript.weak-kdf-cost
  await argon2.hash(password, { type: argon2.argon2d });
  // ruleid: javascript.weak-kdf-cost
  await argon2.hash(password, { type: argon2.argon2id, memoryCost: 1024, timeCost: 1 });
  // ruleid: javascript.weak-kdf-cost
  crypto.scryptSync(password, salt, 32, { N: 1024 });
  // ok: javascript.weak-kdf-cost
  await argon2.hash(password, { type: argon2.argon2id, memoryCost: 19456, timeCost: 2 });
  // ok: javascript.weak-kdf-cost
  crypto.scryptSync(password, salt, 32, { N: 131072, maxmem: 256 * 1024 * 1024 });
}

const FEW_ROUNDS = 4;
const ENOUGH = 12;
// ruleid: javascript.weak-kdf-cost
bcrypt.hash(password, FEW_ROUNDS);
// ok: javascript.weak-kdf-cost
bcrypt.hash(password, ENOUGH);
const iterations = 1000;
// ruleid: javascript.weak-kdf-cost
crypto.pbkdf2Sync(password, salt, iterations, 32, "sha256");
// ruleid: javascript.weak-kdf-cost
crypto.pbkdf2Sync(password, salt, 100000, 32, "sha1");
// ruleid: javascript.weak-kdf-cost
pbkdf2Sync(password, salt, 600_000, 32, "sha1");
// ok: javascript.weak-kdf-cost
crypto.pbkdf2Sync(password, salt, 1400000, 32, "sha1");
// ok: javascript.weak-kdf-cost
crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
