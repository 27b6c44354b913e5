const crypto = require("crypto");
const { scryptSync, randomBytes } = require("node:crypto");

const SALT = "same for all";

// ruleid: javascript.fixed-salt
const first = crypto.pbkdf2Sync(password, "salt", 600000, 64, "sha512");
// ruleid: javascript.fixed-salt
const second = scryptSync(password, SALT, 64);
// ruleid: javascript.fixed-salt
const third = crypto.scryptSync(password, Buffer.from("salt"), 64);
// ok: javascript.fixed-salt
const fourth = crypto.scryptSync(password, crypto.randomBytes(16), 64);
// ok: javascript.fixed-salt
const fifth = scryptSync(password, user.salt, 64);
// ok: javascript.fixed-salt
const sixth = crypto.pbkdf2Sync(password, randomBytes(16), 600000, 64, "sha512");
