app.get("/a", (req, res) => {
  // ruleid: javascript.size-from-request
  res.send(Buffer.alloc(Number(req.query.size)));
  // ok: javascript.size-from-request
  res.send(Buffer.alloc(Math.min(Number(req.query.size), 1024)));
});

app.get("/b", (req, res) => {
  const { count } = req.query;
  const list = [];
  // ruleid: javascript.size-from-request
  for (let i = 0; i < count; i++) list.push(i);
  // ok: javascript.size-from-request
  for (let i = 0; i < req.query.names.length; i++) list.push(i);
  res.json(list);
});

app.get("/c", (req, res) => {
  const times = parseInt(req.query.times, 10);
  // ruleid: javascript.size-from-request
  res.json("x".repeat(times));
});

app.get("/d", (req, res) => {
  const times = parseInt(req.query.times, 10);
  if (times > 100) return res.sendStatus(400);
  // ok: javascript.size-from-request
  res.json("x".repeat(times));
});

app.get("/steps", (req, res) => {
  let at = 0;
  // ruleid: javascript.size-from-request
  while (at !== req.query.end) at++;
  // ruleid: javascript.size-from-request
  for (let day = 0; day < 365; day += Number(req.query.step)) plan(day);
  // ok: javascript.size-from-request
  while (at < Math.min(Number(req.query.end), 100)) at++;
  // ok: javascript.size-from-request
  while (at < 10) at++;
  res.end();
});

app.get("/rows", (req, res) => {
  const { size: count = 10 } = req.query;
  // ruleid: javascript.size-from-request
  res.json(new Array(Number(count)).fill(0));
});
app.get("/some-rows", (req, res) => {
  const { size: count = 10 } = req.query;
  // ok: javascript.size-from-request
  res.json(new Array(Math.min(Number(count), 100)).fill(0));
});

app.get("/square", (req, res) => {
  const { side } = req.query;
  // ruleid: javascript.size-from-request
  const pixels = Buffer.alloc(Number(side) * Number(side));
  const most = Math.min(Number(side) || 1, 512);
  // ok: javascript.size-from-request
  const fewer = Buffer.alloc(most * most);
  // ok: javascript.size-from-request
  const fixed = Buffer.alloc(Number(process.env.SIDE) * 4);
  res.json([pixels.length, fewer.length, fixed.length]);
});

app.get("/slow", (req, res) => {
  const delay = Number(req.query.delay);
  // ruleid: javascript.size-from-request
  setTimeout(() => res.json({ done: true }), delay);
});
app.get("/slow/limited", (req, res) => {
  const delay = Math.min(Number(req.query.delay) || 0, 1000);
  // ok: javascript.size-from-request
  setTimeout(() => res.json({ done: true }), delay);
});

net.createServer((socket) => {
  socket.once("data", (chunk) => {
    const size = chunk.readUInt32BE(0);
    // ruleid: javascript.size-from-request
    const body = Buffer.alloc(size);
    socket.on("data", (part) => part.copy(body));
  });
});
function readFrame(socket) {
  const head = socket.read(4);
  if (!head) return undefined;
  const length = head.readUInt32LE(0);
  // ruleid: javascript.size-from-request
  return new Uint8Array(length);
}
function readFrameInBounds(socket) {
  const head = socket.read(4);
  const length = head.readUInt32LE(0);
  if (length > LARGEST) throw new Error("frame is too large");
  // ok: javascript.size-from-request
  return new Uint8Array(length);
}
function readHeader(file) {
  const head = file.read(4);
  const length = head.readUInt32LE(0);
  // ok: javascript.size-from-request
  return new Uint8Array(length);
}
app.get("/image", async (req, res) => {
  const bytes = await readFile(path.join("public", path.basename(String(req.query.src))));
  // ok: javascript.size-from-request
  res.end(new Uint8Array(bytes));
});
