const fs = require("fs");

exports.store = (keyFile, logFile) => {
  process.umask(0);
  fs.writeFileSync(keyFile, "-----BEGIN-----", { mode: 0o666 });
  fs.writeFileSync(logFile, "stored\n");
};
