const fs = require("fs");
const path = require("path");

const ROOT = "/srv/files";

function readUpload(filename) {
  // ruleid: javascript.path-from-parameter
  const file = path.join(ROOT, filename);
  if (path.relative(ROOT, file).startsWith("..")) throw new Error("The path leads out of the folder.");
  return fs.readFileSync(file);
}

function remove(fileName) {
  const target = path.join(ROOT, fileName);
  if (path.relative(ROOT, target).startsWith("..")) throw new Error("The path leads out of the folder.");
  // ruleid: javascript.path-from-parameter
  fs.unlinkSync(target);
}

// ruleid: javascript.path-from-parameter
const report = (reportName) => fs.readFileSync(`/srv/reports/${reportName}.csv`, "utf8");

function checked(filename) {
  const target = path.resolve(ROOT, filename);
  if (!target.startsWith(ROOT + path.sep)) throw new Error("outside");
  // ok: javascript.path-from-parameter
  return fs.readFileSync(target);
}

function bare(filename) {
  // ok: javascript.path-from-parameter
  return fs.readFileSync(path.join(ROOT, path.basename(filename)));
}

function load(configuration) {
  // ok: javascript.path-from-parameter
  return fs.readFileSync(configuration);
}
