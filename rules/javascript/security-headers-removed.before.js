function createApp() {
  const app = express();
  app.use(helmet());
  app.get("/", (req, res) => res.send(home));
  return app;
}

async function apiServer() {
  const server = fastify();
  await server.register(helmet, { global: true });
  await server.register(routes);
  return server;
}

function page(req, res) {
  res.setHeader("X-Frame-Options", "DENY");
  res.setHeader("Cache-Control", "no-store");
  res.end(render(req.path));
}

const adminHeaders = [
  { key: "Content-Security-Policy", value: policy },
  { key: "X-Robots-Tag", value: "noindex" },
];

const shopHeaders = [
  { key: "X-Robots-Tag", value: "noindex" },
  { key: "Content-Security-Policy", value: policy },
];

function cachedPage(req, res) {
  res.setHeader("Cache-Control", "no-store");
  res.end(render(req.path));
}

function strictPage(req, res) {
  res.setHeader("Content-Security-Policy", "default-src 'self'");
  res.end(render(req.path));
}

function oldApp() {
  const old = express();
  old.use(helmet());
  return old;
}
