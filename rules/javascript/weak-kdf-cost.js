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
