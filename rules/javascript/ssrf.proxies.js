const express = require("express");
const httpProxy = require("http-proxy");
const { createProxyMiddleware } = require("http-proxy-middleware");
const { proxy } = require("hono/proxy");

const app = express();
const relay = httpProxy.createProxyServer({});
const TENANTS = { red: "http://red.internal:8080", blue: "http://blue.internal:8080" };

app.use("/relay", (req, res) => {
  // ruleid: javascript.ssrf
  relay.web(req, res, { target: req.query.target });
  // ok: javascript.ssrf
  relay.web(req, res, { target: TENANTS[req.query.tenant] ?? TENANTS.red });
});
app.use(
  "/tenant",
  createProxyMiddleware({
    target: TENANTS.red,
    // ruleid: javascript.ssrf
    router: (req) => `http://${req.headers["x-tenant-host"]}`,
  }),
);
app.use("/fixed", createProxyMiddleware({
  target: TENANTS.red,
  // ok: javascript.ssrf
  router: (req) => TENANTS[req.headers["x-tenant"]],
}));
app.use("/path", createProxyMiddleware({
  // ok: javascript.ssrf
  target: TENANTS.blue,
  pathRewrite: (path, req) => req.query.path,
}));

fastify.get("/from", async (request, reply) => {
  // ruleid: javascript.ssrf
  return reply.from(request.query.source);
});
fastify.get("/from-fixed", async (request, reply) => {
  // ok: javascript.ssrf
  return reply.from(`https://api.example.com/items/${request.params.id}`);
});

hono.all("/forward/*", (c) => {
  const upstream = c.req.query("upstream") ?? "http://billing:4000";
  // ruleid: javascript.ssrf
  return proxy(upstream + c.req.path, { headers: c.req.raw.headers });
});
hono.all("/billing/*", (c) => {
  // ok: javascript.ssrf
  return proxy(`http://billing:4000/${c.req.path}`, { headers: c.req.raw.headers });
});
