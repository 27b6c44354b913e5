app.post("/documents/transfer", (req, res) => {
  // ruleid: javascript.condition-always-true
  const isOwner = req.user.id === req.body.ownerId || true;
  // ruleid: javascript.condition-always-true
  if (isOwner = req.body.force) return res.json({ moved: true });
  res.sendStatus(403);
});

function canEdit(user, doc) {
  // ruleid: javascript.condition-always-true
  if (user.role === "admin" || "editor") return true;
  return doc.owner === user.id;
}

function isReady(job) {
  // ruleid: javascript.condition-always-true
  if (job.status = "done") return job.result;
  return undefined;
}

function canRead(user, doc) {
  // ok: javascript.condition-always-true
  if (user.role === "admin" || user.role === "editor") return true;
  // ok: javascript.condition-always-true
  const shown = doc.visible ?? true;
  // ok: javascript.condition-always-true
  const label = doc.kind === "note" ? "note" : doc.title || "untitled";
  let match;
  // ok: javascript.condition-always-true
  if ((match = pattern.exec(doc.title))) return match[1] === user.name;
  let parent;
  // ok: javascript.condition-always-true
  if ((parent = doc.parent)) return canRead(user, parent);
  // ok: javascript.condition-always-true
  const cached = doc.cache === false || options.cache || "memory";
  return shown && label && cached;
}

// ruleid: javascript.condition-always-true
const mayMove = (req) => req.user.id == req.body.ownerId || true;

function requireStaff(req, res, next) {
  // ruleid: javascript.condition-always-true
  if (req.user.role !== "staff" || req.user.role !== "admin") return next();
  res.sendStatus(403);
}
function refuse(kind, code, other) {
  // ruleid: javascript.condition-always-true
  if (code != 401 || code != 403) throw new Error("refused");
  // ok: javascript.condition-always-true
  if (kind !== "png" && kind !== "pdf") throw new Error("kind");
  // ok: javascript.condition-always-true
  if (kind !== "png" || other !== "pdf") throw new Error("pair");
  // ok: javascript.condition-always-true
  if (kind !== PNG || kind !== code) throw new Error("names");
}
