const fs = require("fs");

exports.store = (keyFile, logFile) => {
  process.umask(0o077);
  fs.writeFileSync(keyFile, "-----BEGIN-----", { mode: 0o600 });
  fs.writeFileSync(logFile, "stored\n");
};
