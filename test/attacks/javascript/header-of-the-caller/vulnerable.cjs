const http = require("node:http");

exports.start = () => {
  const server = http.createServer();
  server.on("upgrade", (req, socket) => {
    const room = new URL(req.url, "http://localhost").searchParams.get("room");
    socket.write("HTTP/1.1 101 Switching Protocols\r\nX-Room: " + room + "\r\n\r\n");
    socket.end();
  });
  return server;
};
