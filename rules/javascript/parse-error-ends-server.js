http.createServer((req, res) => {
  let text = "";
  req.on("data", (chunk) => (text += chunk));
  req.on("end", () => {
    // ruleid: javascript.parse-error-ends-server
    const order = JSON.parse(text);
    res.end(String(order.id));
  });
});
wss.on("connection", (ws) => {
  ws.on("message", (data) => {
    // ruleid: javascript.parse-error-ends-server
    const { room, say } = JSON.parse(data.toString());
    rooms.tell(room, say);
  });
});
function serve(socket) {
  socket.on("message", function (raw) {
    // ruleid: javascript.parse-error-ends-server
    handle(JSON.parse(raw));
  });
}
http.createServer((req, res) => {
  let text = "";
  req.on("data", (chunk) => (text += chunk));
  req.on("end", () => {
    try {
      // ok: javascript.parse-error-ends-server
      res.end(String(JSON.parse(text).id));
    } catch {
      res.writeHead(400).end();
    }
  });
});
function readLater(req) {
  req.on("end", () => {
    // ok: javascript.parse-error-ends-server
    Promise.resolve().then(() => use(JSON.parse(text)));
    // ok: javascript.parse-error-ends-server
    use(JSON.parse(JSON.stringify(defaults)));
  });
}
wss.on("connection", (ws) => {
  ws.on("message", (data) => {
    // ok: javascript.parse-error-ends-server
    log(JSON.parse(settings).level, data.length);
  });
});
// An Express handler: the framework answers with an error.
app.post("/orders", (req, res) => {
  // ok: javascript.parse-error-ends-server
  res.json(JSON.parse(req.body.order).id);
});
