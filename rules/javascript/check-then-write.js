const fs = require("node:fs");
const { existsSync, writeFileSync } = require("node:fs");

function keepToken(file, token) {
  // ruleid: javascript.check-then-write
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, token);
  }
}

function claim(file) {
  // ruleid: javascript.check-then-write
  if (!existsSync(file)) {
    const text = String(process.pid);
    writeFileSync(file, text);
  }
}

function reserve(file, text) {
  // ruleid: javascript.check-then-write
  if (fs.existsSync(file)) throw new Error("taken");
  fs.writeFileSync(file, text);
}

function keepTokenWell(file, token) {
  // ok: javascript.check-then-write
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, token, { flag: "wx", mode: 0o600 });
  }
}

function makeFolder(folder) {
  // ok: javascript.check-then-write
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder, { recursive: true });
  }
}

function readOr(file, fallback) {
  // ok: javascript.check-then-write
  if (!fs.existsSync(file)) {
    return fallback;
  }
  return fs.readFileSync(file, "utf8");
}

export function start(data) {
  // ruleid: javascript.check-then-write
  if (!fs.existsSync(STATE)) fs.writeFileSync(STATE, data);
  // ok: javascript.check-then-write
  if (!fs.existsSync(STATE)) fs.writeFileSync(STATE, data, { flag: "wx" });
  // ok: javascript.check-then-write
  if (!fs.existsSync(FOLDER)) fs.mkdirSync(FOLDER);
}
