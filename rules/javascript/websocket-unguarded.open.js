import { render } from "./render.js";
app.get("/time", (req, res) => res.json({ now: Date.now() }));
const ticks = new WebSocketServer({ server });
// ok: javascript.websocket-unguarded
ticks.on("connection", (socket) => {
  socket.on("message", () => socket.send(render(Date.now())));
});
