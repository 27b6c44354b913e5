import { requireUser } from "./auth.js";
app.get("/docs/:id", requireUser, (req, res) => res.json(docs.get(req.params.id, req.user.id)));
const live = new WebSocketServer({ server, path: "/live" });
// ruleid: javascript.websocket-unguarded
live.on("connection", (socket) => {
  socket.on("message", (data) => {
    const { id, text } = JSON.parse(String(data));
    docs.save(id, String(text));
  });
});

const io = new Server(server, { cors: { origin: "https://app.example.com" } });
// ruleid: javascript.websocket-unguarded
io.on("connection", (socket) => {
  socket.on("delete", async ({ id }) => {
    await docs.remove(id);
  });
});

const board = new WebSocket.Server({ server });
// ruleid: javascript.websocket-unguarded
board.on("connection", function (ws) {
  ws.on("message", (data) => board.clients.forEach((one) => one.send(String(data))));
});

const checked = new WebSocketServer({ server, verifyClient: ({ req }, done) => done(isSignedIn(req)) });
// ok: javascript.websocket-unguarded
checked.on("connection", (socket) => {
  socket.on("message", (data) => docs.save(JSON.parse(String(data))));
});
const asked = new WebSocketServer({ server, path: "/asked" });
// ok: javascript.websocket-unguarded
asked.on("connection", async (socket, request) => {
  const owner = await sessions.of(request);
  if (!owner) return socket.close(4401);
  socket.on("message", (data) => docs.save(owner, JSON.parse(String(data))));
});
const rooms = new Server(server);
rooms.use(socketAuth);
// ok: javascript.websocket-unguarded
rooms.on("connection", (socket) => {
  socket.on("delete", ({ id }) => docs.remove(id));
});
const raw = net.createServer();
// ok: javascript.websocket-unguarded
raw.on("connection", (socket) => {
  socket.on("data", (data) => socket.write(data));
});

function open(app, server) {
  app.get("/time", (req, res) => res.json({ now: Date.now() }));
  const ticks = new WebSocketServer({ server });
  return ticks;
}
