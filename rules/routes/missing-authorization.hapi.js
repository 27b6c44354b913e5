const Hapi = require("@hapi/hapi");
const server = Hapi.server({ port: 3000 });
server.auth.strategy("jwt", "jwt", options);
server.auth.default("jwt");
// ok: routes.missing-authorization
server.route({ method: "GET", path: "/orders", handler: (request) => orders.of(request.auth.credentials.id) });
// ok: routes.missing-authorization
server.route({ method: "POST", path: "/orders", handler: (request) => orders.add(request.payload) });
// ok: routes.missing-authorization
server.route({ method: "PUT", path: "/orders/{number}", options: { auth: "jwt" }, handler: (request) => orders.set(request.payload) });
// ruleid: routes.missing-authorization
server.route({ method: "DELETE", path: "/orders", options: { auth: false }, handler: (request) => orders.clear(request.payload.user) });
// ruleid: routes.missing-authorization
server.route({ method: "POST", path: "/refunds", options: { auth: false, handler: (request) => orders.refund(request.payload) } });
server.route([
  // ok: routes.missing-authorization
  { method: "GET", path: "/items", handler: (request) => items.all() },
  // ruleid: routes.missing-authorization
  { method: "PUT", path: "/items", config: { auth: false }, handler: (request) => items.set(request.payload) },
  // What everybody may read was opened on purpose.
  // ok: routes.missing-authorization
  { method: "GET", path: "/offers", options: { auth: false }, handler: () => items.offers() },
  // ok: routes.missing-authorization
  { method: "POST", path: "/login", options: { auth: false }, handler: (request) => people.signIn(request.payload) },
  // ok: routes.missing-authorization
  { method: "GET", path: "/health", options: { auth: false }, handler: () => "ok" },
]);
server.route([
  // It asks, but lets everybody through.
  // ruleid: routes.missing-authorization
  { method: "PUT", path: "/stock", options: { auth: { mode: "try" } }, handler: (request) => items.stock(request.payload) },
  // ruleid: routes.missing-authorization
  { method: "DELETE", path: "/stock", options: { auth: { strategy: "jwt", mode: "optional" }, handler: (request) => items.drop(request.payload) } },
  // ok: routes.missing-authorization
  { method: "POST", path: "/stock", options: { auth: { strategy: "jwt", mode: "required" } }, handler: (request) => items.more(request.payload) },
]);
server.route({
  method: "PATCH",
  // Asks for itself whether it knows who is calling.
  // ok: routes.missing-authorization
  path: "/stock",
  options: { auth: { mode: "try" } },
  handler: (request) => {
    if (!request.auth.isAuthenticated) throw Boom.unauthorized();
    return items.stock(request.payload);
  },
});
