// Stands for Express on a server of Node's own: routes, middleware, requests and responses as far as Express documents them.
const http = require("node:http");
const qs = require("qs");

function express() {
  const layers = [];
  const app = (req, res) => handle(layers, req, res);
  for (const method of ["get", "post", "put", "delete"])
    app[method] = (path, ...handlers) => layers.push(...handlers.map((run) => ({ method: method.toUpperCase(), path, run })));
  app.use = (...given) => layers.push(...given.filter((one) => typeof one === "function").map((run) => ({ run })));
  app.listen = (...given) => http.createServer(app).listen(...given);
  return app;
}

express.json = () => async (req, res, next) => {
  const text = await bodyOf(req);
  req.body = /json/.test(req.headers["content-type"] ?? "") ? JSON.parse(text) : (req.body ?? {});
  next();
};
express.urlencoded = () => async (req, res, next) => {
  const text = await bodyOf(req);
  if (/urlencoded/.test(req.headers["content-type"] ?? "")) req.body = qs.parse(text);
  next();
};

async function bodyOf(req) {
  if (req.text === undefined) {
    req.text = "";
    for await (const chunk of req) req.text += chunk;
  }
  return req.text;
}

function handle(layers, req, res) {
  const { pathname, search } = new URL(req.url, "http://localhost");
  Object.assign(req, { path: pathname, query: qs.parse(search.slice(1)), params: {}, body: req.body });
  req.get = req.header = (name) => req.headers[name.toLowerCase()];
  addResponse(res);
  let at = 0;
  const next = async (error) => {
    if (error) return void res.status(error.status ?? 500).end("error");
    const layer = layers[at++];
    if (!layer) return void res.status(404).end("not found");
    const params = matches(layer, req);
    if (!params) return next();
    req.params = params;
    try {
      await layer.run(req, res, next);
    } catch (thrown) {
      if (!res.writableEnded) res.status(500).end("error");
    }
  };
  next();
}

function matches({ method, path }, req) {
  if (path === undefined) return {};
  if (method !== req.method) return undefined;
  const form = new RegExp(`^${path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
  const found = form.exec(req.path);
  return found && Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]));
}

function addResponse(res) {
  res.status = (code) => Object.assign(res, { statusCode: code });
  res.set = res.header = (name, value) => (res.setHeader(name, value), res);
  res.type = (name) => res.set("Content-Type", name === "html" ? "text/html" : name);
  res.json = (value) => void res.set("Content-Type", "application/json").end(JSON.stringify(value));
  res.send = (value) => {
    if (typeof value === "object" && value !== null && !Buffer.isBuffer(value)) return res.json(value);
    if (!res.hasHeader("Content-Type")) res.type("html");
    res.end(String(value));
  };
  res.sendStatus = (code) => res.status(code).end(String(code));
  res.redirect = (first, second) => {
    const [code, target] = second === undefined ? [302, first] : [first, second];
    res.status(code).set("Location", encodeURI(String(target))).end();
  };
  res.cookie = (name, value, { httpOnly, secure, sameSite, maxAge } = {}) => {
    const flags = [maxAge && `Max-Age=${maxAge / 1000}`, httpOnly && "HttpOnly", secure && "Secure", sameSite && `SameSite=${sameSite}`];
    return res.set("Set-Cookie", [`${name}=${encodeURIComponent(value)}`, ...flags.filter(Boolean)].join("; "));
  };
}

module.exports = express;
