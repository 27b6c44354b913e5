const https = require("https");

exports.options = { minVersion: "TLSv1.2", ciphers: "DEFAULT@SECLEVEL=0" };
exports.start = (identity, handler) => https.createServer({ ...identity, ...exports.options }, handler);
