// A room's name with a line end writes a header of its own into the answer (a real socket).
const net = require("node:net");

exports.rule = "javascript.header-injection";

const answer = async (program, room) => {
  const server = program.start();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const text = await new Promise((resolve) => {
    const socket = net.connect(server.address().port, "127.0.0.1");
    let seen = "";
    socket.on("data", (chunk) => (seen += chunk));
    socket.on("close", () => resolve(seen));
    socket.write(`GET /?room=${encodeURIComponent(room)} HTTP/1.1\r\nHost: shop.test\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\n`);
  });
  server.close();
  return text.split("\r\n");
};

exports.good = (program) => answer(program, "garden");
exports.attack = async (program) => (await answer(program, "x\r\nSet-Cookie: session=mine")).find((line) => /^Set-Cookie/.test(line)) ?? null;
