app.use(async (ctx) => {
  // ok: javascript.reflected-xss
  ctx.body = fs.createReadStream(path.join("/srv/public", path.basename(String(ctx.query.name))));
});
app.use(async (ctx) => {
  // ruleid: javascript.reflected-xss
  ctx.body = "<p>No file " + ctx.query.name;
});

fastify.get("/file/:name", (request, reply) => {
  // ok: javascript.reflected-xss
  return reply.type("application/octet-stream").send(request.params.name);
});
fastify.get("/read/:name", (request, reply) => {
  // ok: javascript.reflected-xss
  return reply.send(createReadStream(path.join("/srv/public", path.basename(request.params.name))));
});
fastify.get("/drawing/:name", (request, reply) => {
  // ruleid: javascript.reflected-xss
  return reply.type("image/svg+xml").send(`<svg><text>${request.params.name}</text></svg>`);
});
