const guards = require("./guards");

module.exports = function mount(app) {
  app.get("/a", guards.requireAuth, a);
  app.get("/b", guards.requireAuth, b);
};
