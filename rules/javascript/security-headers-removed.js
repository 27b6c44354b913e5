function createApp() {
  const app = express();
  // ruleid: javascript.security-headers-removed
  app.get("/", (req, res) => res.send(home));
  return app;
}

async function apiServer() {
  const server = fastify();
  // ruleid: javascript.security-headers-removed
  await server.register(routes);
  return server;
}

function page(req, res) {
  // ruleid: javascript.security-headers-removed
  res.setHeader("Cache-Control", "no-store");
  res.end(render(req.path));
}

// ruleid: javascript.security-headers-removed
const adminHeaders = [
  { key: "X-Robots-Tag", value: "noindex" },
];

const shopHeaders = [
  { key: "Content-Security-Policy", value: policy },
  // ok: javascript.security-headers-removed
  { key: "X-Robots-Tag", value: "noindex" },
];

function cachedPage(req, res) {
  // ok: javascript.security-headers-removed
  res.end(render(req.path));
}

function strictPage(req, res) {
  res.setHeader("Content-Security-Policy", "default-src 'none'");
  // ok: javascript.security-headers-removed
  res.end(render(req.path));
}
