app.use((req, res, next) => {
  // ruleid: javascript.trusted-header
  if (req.headers["x-forwarded-for"] === "10.0.0.1") req.isAdmin = true;
  next();
});
const INTERNAL = new Set(["10.0.0.1", "10.0.0.2"]);
app.get("/metrics", (req, res) => {
  // ruleid: javascript.trusted-header
  if (!INTERNAL.has(req.get("X-Real-IP"))) return res.sendStatus(403);
  res.send(metrics());
});
app.get("/debug", (request, reply) => {
  // ruleid: javascript.trusted-header
  if (request.headers["x-internal"] !== "true") return reply.code(403).send();
  reply.send(state());
});
app.get("/peer", (req, res) => {
  // ok: javascript.trusted-header
  if (!INTERNAL.has(req.socket.remoteAddress)) return res.sendStatus(403);
  res.send(metrics());
});
app.get("/logged", (req, res) => {
  // ok: javascript.trusted-header
  if (req.headers["x-forwarded-for"] !== undefined) log(req.headers["x-forwarded-for"]);
  res.end();
});
app.get("/kind", (req, res) => {
  // ok: javascript.trusted-header
  if (req.headers["x-requested-with"] === "XMLHttpRequest") return res.json({});
  res.end();
});

const ADMIN_ADDRESSES = ["10.1.0.4", "10.1.0.5"];
app.use("/admin", (req, res, next) => {
  const address = req.headers["x-forwarded-for"]?.split(",")[0] ?? req.socket.remoteAddress;
  // ruleid: javascript.trusted-header
  if (!ADMIN_ADDRESSES.includes(address)) return res.sendStatus(403);
  next();
});
app.use("/local", (req, res, next) => {
  const ip = req.get("x-real-ip");
  // ruleid: javascript.trusted-header
  if (ip !== "127.0.0.1") return res.sendStatus(403);
  next();
});
app.use("/direct", (req, res, next) => {
  const address = req.socket.remoteAddress;
  // ok: javascript.trusted-header
  if (!ADMIN_ADDRESSES.includes(address)) return res.sendStatus(403);
  next();
});
const seenAddresses = new Set();
app.use((req, res, next) => {
  const address = req.headers["x-forwarded-for"];
  // ok: javascript.trusted-header
  if (!seenAddresses.has(address)) seenAddresses.add(address);
  next();
});
const OFFICE = new Set(["10.0.0.5"]);
function officeOnly(req, res, next) {
  const ip = String(req.headers["x-forwarded-for"] ?? "");
  // ruleid: javascript.trusted-header
  if (!OFFICE.has(ip)) return res.sendStatus(403);
  next();
}
function officeOnlyWell(req, res, next) {
  const ip = String(req.ip ?? "");
  // ok: javascript.trusted-header
  if (!OFFICE.has(ip)) return res.sendStatus(403);
  next();
}
