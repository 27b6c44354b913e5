const Hapi = require("@hapi/hapi");
const server = Hapi.server({ port: 3000 });
// In this mode nobody is turned away.
server.auth.default({ strategy: "session", mode: "try" });
// ok: routes.missing-authorization
server.route({ method: "GET", path: "/orders", options: { auth: "session" }, handler: (request) => orders.list(request.query) });
// ok: routes.missing-authorization
server.route({ method: "POST", path: "/orders", options: { auth: "session" }, handler: (request) => orders.add(request.payload) });
// ok: routes.missing-authorization
server.route({ method: "PUT", path: "/orders/{id}", options: { auth: { strategy: "session" } }, handler: (request) => orders.set(request.params.id) });
// ruleid: routes.missing-authorization
server.route({ method: "DELETE", path: "/orders/{id}", handler: (request) => orders.drop(request.params.id) });
// ruleid: routes.missing-authorization
server.route({ method: "PATCH", path: "/orders/{id}", options: { auth: { strategy: "session", mode: "try" } }, handler: (request) => orders.edit(request.params.id) });
