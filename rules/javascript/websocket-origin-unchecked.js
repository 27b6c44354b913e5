const WebSocket = require("ws");
const { WebSocketServer } = WebSocket;

// ruleid: javascript.websocket-origin-unchecked
const feed = new WebSocketServer({ port: 8080 });
feed.on("connection", (socket) => socket.on("message", (data) => run(data)));

// ruleid: javascript.websocket-origin-unchecked
const chat = new WebSocket.Server({ server });
chat.on("connection", (socket, request) => socket.send(nameOf(request.headers.cookie)));

// ruleid: javascript.websocket-origin-unchecked
const alone = new WebSocketServer({ server, path: "/live" }, () => console.log("ready"));

// ok: javascript.websocket-origin-unchecked
const checked = new WebSocketServer({ port: 8081, verifyClient: ({ origin }) => origin === "https://app.example.com" });

// ok: javascript.websocket-origin-unchecked
const handed = new WebSocketServer({ noServer: true });

// ok: javascript.websocket-origin-unchecked
const inside = new WebSocketServer({ port: 8082 });
inside.on("connection", (socket, request) => {
  if (request.headers.origin !== "https://app.example.com") socket.close(1008);
});

// ok: javascript.websocket-origin-unchecked
const client = new WebSocket("wss://api.example.com");
