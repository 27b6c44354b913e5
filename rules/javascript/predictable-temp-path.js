const fs = require("fs");
const os = require("os");
const path = require("path");

// ruleid: javascript.predictable-temp-path
fs.writeFileSync("/tmp/report.csv", data);
// ruleid: javascript.predictable-temp-path
fs.createWriteStream("/var/tmp/app.log");
// ruleid: javascript.predictable-temp-path
fs.writeFileSync(path.join(os.tmpdir(), "state.json"), data);
// ok: javascript.predictable-temp-path
fs.writeFileSync(path.join(fs.mkdtempSync(path.join(os.tmpdir(), "app-")), "state.json"), data);
// ok: javascript.predictable-temp-path
fs.readFileSync("/tmp/report.csv");
// ok: javascript.predictable-temp-path
fs.writeFileSync("/var/lib/app/report.csv", data);
