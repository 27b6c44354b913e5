const crypto = require("crypto");
const { createHash } = require("node:crypto");

function sign(data) {
  // ruleid: javascript.weak-hash
  return crypto.createHash("md5").update(data).digest("hex");
}

function identify(person) {
  // ruleid: javascript.weak-hash
  return createHash("sha1").update(person).digest("hex");
}

// ruleid: javascript.weak-hash
const idOf = (text) => crypto.createHash("MD5").update(text).digest("hex");

function fileChecksum(data) {
  // ok: javascript.weak-hash
  return crypto.createHash("md5").update(data).digest("hex");
}

function strong(data) {
  // ok: javascript.weak-hash
  return crypto.createHash("sha256").update(data).digest("hex");
}

// ok: javascript.weak-hash
const etag = createHash("sha1").update(page).digest("base64");

function other(text) {
  // ruleid: javascript.weak-hash
  return CryptoJS.MD5(text).toString();
}

function blobId(content) {
  // ok: javascript.weak-hash
  return crypto.createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}

// ok: javascript.weak-hash
const tint = `#${createHash("md5").update(name).digest("hex").slice(0, 6)}`;
// ok: javascript.weak-hash
const hue = parseInt(crypto.createHash("sha1").update(label).digest("hex").substring(0, 4), 16) % 360;
// ruleid: javascript.weak-hash
const proof = createHash("md5").update(text).digest("hex").slice(0, 24);

module.exports = function etag(file) {
  // ok: javascript.weak-hash
  const hash = createHash("md5");
  return hash.update(fs.readFileSync(file)).digest("base64");
};
function thumbnail(url) {
  // ok: javascript.weak-hash
  const key = createHash("sha1").update(url).digest("hex");
  const file = path.join("/var/cache/thumbs", `${key}.png`);
  return file;
}
function signed(text) {
  // ruleid: javascript.weak-hash
  const key = createHash("sha1").update(text).digest("hex");
  return `${text}.${key}`;
}
