const Hapi = require("@hapi/hapi");
const server = Hapi.server({ port: 3000 });
server.auth.default("jwt");
const routes = [
  // ok: routes.missing-authorization
  { method: "GET", path: "/orders", handler: (request) => orders.of(request.auth.credentials.id) },
  // ok: routes.missing-authorization
  { method: "POST", path: "/orders", handler: (request) => orders.add(request.payload) },
  // ruleid: routes.missing-authorization
  { method: "DELETE", path: "/orders", options: { auth: false }, handler: (request) => orders.clear(request.payload.user) },
  // ruleid: routes.missing-authorization
  { method: "PUT", path: "/orders", options: () => ({ auth: false }), handler: (request) => orders.set(request.payload) },
  // ok: routes.missing-authorization
  { method: "PATCH", path: "/orders", options: () => ({ auth: "jwt" }), handler: (request) => orders.change(request.payload) },
];
server.route(routes);
