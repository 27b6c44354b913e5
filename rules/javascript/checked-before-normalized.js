function save(req, res) {
  const raw = String(req.body.comment);
  if (raw.includes("<")) return res.sendStatus(400);
  // ruleid: javascript.checked-before-normalized
  store(raw.normalize("NFKC"));
}
function open(name) {
  if (name.includes("..")) throw new Error("outside");
  // ruleid: javascript.checked-before-normalized
  return fs.readFileSync("/srv/docs/" + decodeURIComponent(name));
}
function title(text) {
  if (/<script/i.test(text)) {
    return null;
  }
  // ruleid: javascript.checked-before-normalized
  return he.decode(text);
}
function saveWell(req, res) {
  const raw = String(req.body.comment).normalize("NFKC");
  if (raw.includes("<")) return res.sendStatus(400);
  // ok: javascript.checked-before-normalized
  store(raw);
}
function openWell(path) {
  // ok: javascript.checked-before-normalized
  const name = decodeURIComponent(path);
  if (name.includes("..")) throw new Error("outside");
  return fs.readFileSync("/srv/docs/" + name);
}
function accents(text) {
  if (text.includes("<")) return "";
  // ok: javascript.checked-before-normalized
  return text.normalize("NFC");
}
function parts(pair) {
  if (pair.includes("=")) return pair.split("=");
  // ok: javascript.checked-before-normalized
  return [decodeURIComponent(pair)];
}
function owner(spec) {
  if (!spec.includes("<")) return null;
  // ok: javascript.checked-before-normalized
  return people.get(decodeURIComponent(spec));
}
function inside(root, raw) {
  if (raw.includes("..")) throw new Error("outside");
  // ok: javascript.checked-before-normalized
  const file = resolve(root, decodeURIComponent(raw));
  if (!file.startsWith(root)) throw new Error("outside");
  return file;
}
