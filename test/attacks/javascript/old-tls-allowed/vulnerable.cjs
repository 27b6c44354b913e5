const https = require("https");

exports.options = { minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" };
exports.start = (identity, handler) => https.createServer({ ...identity, ...exports.options }, handler);
