const fs = require("fs");

exports.install = (file) => fs.chmodSync(file, 0o755);
