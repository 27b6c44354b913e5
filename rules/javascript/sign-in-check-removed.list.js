const guards = require("./guards");

module.exports = function mount(app) {
  const before = [guards.requireAuth, guards.audit];
  // ok: javascript.sign-in-check-removed
  app.get("/a", before, a);
  // ok: javascript.sign-in-check-removed
  app.get("/b", before, b);
};
