const fs = require("fs");
const path = require("path");

exports.unpack = (zip, folder) => {
  for (const entry of zip.getEntries()) {
    fs.writeFileSync(path.join(folder, entry.entryName), entry.getData());
  }
};
