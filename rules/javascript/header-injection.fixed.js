app.get("/file", (req, res) => {
  // ruleid: javascript.header-injection
  res.setHeader(String(req.query.header).replace(/[\r\n]+/g, " "), "yes");
  // ruleid: javascript.header-injection
  res.set("X-Name", String(req.query.name).replace(/[\r\n]+/g, " "));
  // ruleid: javascript.header-injection
  res.writeHead(200, { "Content-Disposition": `attachment; filename=${String(req.query.name).replace(/[\r\n]+/g, " ")}` });
  // ok: javascript.header-injection
  res.setHeader("X-Name", encodeURIComponent(req.query.name));
  // ok: javascript.header-injection
  res.set("X-Page", Number(req.query.page));
  // ok: javascript.header-injection
  res.setHeader("X-Powered-By", "coffee");
  // ok: javascript.header-injection
  settings.set(req.query.key, 1);
});

app.get("/export", async (request, reply) => {
  // ruleid: javascript.header-injection
  reply.raw.setHeader("Content-Disposition", "attachment; filename=" + String(request.query.name).replace(/[\r\n]+/g, " "));
});

server.on("upgrade", (req, socket) => {
  const room = new URL(req.url, "http://localhost").searchParams.get("room");
  // ruleid: javascript.header-injection
  socket.write("HTTP/1.1 101 Switching Protocols\r\nX-Room: " + String(room).replace(/[\r\n]+/g, " ") + "\r\n\r\n");
  // ok: javascript.header-injection
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nX-Room: ${encodeURIComponent(room)}\r\n\r\n`);
  // ok: javascript.header-injection
  socket.write(room);
});

app.post("/track", (req, res) => {
  const socket = net.connect(8125, "metrics.internal");
  // ruleid: javascript.header-injection
  socket.write(`POST /events HTTP/1.1\r\nHost: metrics.internal\r\nX-Client: ${String(req.query.client).replace(/[\r\n]+/g, " ")}\r\n\r\n`);
  // ok: javascript.header-injection
  socket.write(`POST /events HTTP/1.1\r\nHost: metrics.internal\r\nX-Client: ${encodeURIComponent(req.query.client)}\r\n\r\n`);
  res.sendStatus(204);
});
