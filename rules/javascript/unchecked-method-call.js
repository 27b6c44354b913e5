app.get("/run/:name", (req, res) => {
  // ruleid: javascript.unchecked-method-call
  res.json(commands[req.params.name]());
});
app.post("/call", (req, res) => {
  const { method, args } = req.body;
  // ruleid: javascript.unchecked-method-call
  res.json(service[method](...args));
});
io.on("connection", (socket) => {
  socket.on("call", ({ action, data }) => {
    // ruleid: javascript.unchecked-method-call
    handlers[action](data);
  });
});
app.get("/map/:name", (req, res) => {
  const run = table.get(req.params.name);
  // ok: javascript.unchecked-method-call
  res.json(run ? run() : null);
});
app.get("/own/:name", (req, res) => {
  const { name } = req.params;
  if (!Object.hasOwn(commands, name)) return res.sendStatus(404);
  // ok: javascript.unchecked-method-call
  res.json(commands[name]());
});
app.get("/kind/:name", (req, res) => {
  const { name } = req.params;
  if (typeof commands[name] !== "function") return res.sendStatus(404);
  // ok: javascript.unchecked-method-call
  res.json(commands[name]());
});
app.get("/level", (req, res) => {
  // ok: javascript.unchecked-method-call
  logger["info"](req.query.text);
});
