let currentUser = null;
let tenantId;
var activeSession;
app.use(async (req, res, next) => {
  // ruleid: javascript.user-in-shared-variable
  currentUser = await verify(req.headers.authorization);
  next();
});
function withTenant(req, res, next) {
  // ruleid: javascript.user-in-shared-variable
  tenantId = req.headers["x-tenant"];
  next();
}
router.get("/invoices", requireUser, async (req, res) => {
  // ruleid: javascript.user-in-shared-variable
  activeSession = req.session;
  res.json(await invoices.list());
});
app.use(async (req, res, next) => {
  // ok: javascript.user-in-shared-variable
  req.user = await verify(req.headers.authorization);
  next();
});
router.get("/me", async (req, res) => {
  // ok: javascript.user-in-shared-variable
  const currentUser = await users.of(req.session);
  res.json({ name: currentUser.name });
});
router.get("/theme", async (req, res) => {
  // ok: javascript.user-in-shared-variable
  lastSeen = req.ip;
  res.end();
});
function signOut() {
  // ok: javascript.user-in-shared-variable
  currentUser = null;
}
