const crypto = require("crypto");

exports.hashPassword = (password) => crypto.createHash("md5").update(password).digest("hex");
exports.check = (password, stored) => exports.hashPassword(password) === stored;
