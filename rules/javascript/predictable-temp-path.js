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
function keep(rows) {
  const file = path.join(os.tmpdir(), "report-" + process.pid + ".csv");
  // ruleid: javascript.predictable-temp-path
  fs.writeFileSync(file, rows);
  const stamped = path.join(os.tmpdir(), `report-${Date.now()}.csv`);
  // ruleid: javascript.predictable-temp-path
  fs.writeFileSync(stamped, rows);
  // ok: javascript.predictable-temp-path
  fs.writeFileSync(path.join(os.tmpdir(), `report-${crypto.randomUUID()}.csv`), rows);
  // ok: javascript.predictable-temp-path
  fs.writeFileSync(file, rows, { flag: "wx", mode: 0o600 });
}

exports.handler = async (event) => {
  // ok: javascript.predictable-temp-path
  fs.writeFileSync("/tmp/report.csv", await load(event));
};

function saveReport(data) {
  const file = "/tmp/report-" + Date.now() + ".txt";
  // ruleid: javascript.predictable-temp-path
  fs.writeFileSync(file, data);
  const log = `/tmp/report-${process.pid}.log`;
  // ruleid: javascript.predictable-temp-path
  fs.appendFileSync(log, data);
  const other = "/tmp/" + randomUUID() + ".txt";
  // ok: javascript.predictable-temp-path
  fs.writeFileSync(other, data);
}

const exported = os.tmpdir() + "/report-" + Date.now() + ".csv";
// ruleid: javascript.predictable-temp-path
fs.writeFileSync(exported, rows.join("\n"));
const logged = `${os.tmpdir()}/import.log`;
// ruleid: javascript.predictable-temp-path
fs.appendFileSync(logged, "done");
const drawn = os.tmpdir() + "/report-" + crypto.randomUUID() + ".csv";
// ok: javascript.predictable-temp-path
fs.writeFileSync(drawn, rows.join("\n"));
