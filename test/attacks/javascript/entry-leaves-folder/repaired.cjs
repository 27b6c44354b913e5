const fs = require("fs");
const path = require("path");

exports.unpack = (zip, folder) => {
  const root = path.resolve(folder);
  for (const entry of zip.getEntries()) {
    const target = path.resolve(root, entry.entryName);
    if (!target.startsWith(root + path.sep)) throw new Error("an entry leads out of the folder");
    fs.writeFileSync(target, entry.getData());
  }
};
