import vm from "node:vm";

app.get("/calc", (req, res) => {
  // ruleid: javascript.code-injection
  res.json(eval(req.query.expression));
  // ok: javascript.code-injection
  res.json(JSON.parse(req.query.expression));
});

app.post("/rule", (req, res) => {
  const rule = req.body.rule;
  // ruleid: javascript.code-injection
  const check = new Function("order", `return ${rule}`);
  // ruleid: javascript.code-injection
  const result = vm.runInNewContext(rule, { order: req.order });
  // ok: javascript.code-injection
  const known = OPERATIONS[rule];
  // ok: javascript.code-injection
  const number = new Function("order", `return order.total > ${Number(req.body.limit)}`);
  res.json([check(req.order), result, known, number]);
});

app.post("/later", (req, res) => {
  // ruleid: javascript.code-injection
  setTimeout("notify('" + req.body.name + "')", 1000);
  // ok: javascript.code-injection
  setTimeout(() => notify(req.body.name), 1000);
  // ok: javascript.code-injection
  setTimeout(done, Number(req.query.delay));
  res.end();
});

app.get("/plugin", async (req, res) => {
  // ruleid: javascript.code-injection
  const plugin = require("./plugins/" + req.query.name);
  // ok: javascript.code-injection
  const known = require("./plugins/known");
  res.json([plugin, known]);
});

wss.on("connection", (ws) => {
  ws.on("message", (message) => {
    // ruleid: javascript.code-injection
    eval(message.toString());
  });
  ws.on("message", (message) => {
    // ok: javascript.code-injection
    run(JSON.parse(message));
  });
});

app.post("/settings", (req, res) => {
  // ruleid: javascript.code-injection
  const settings = JSON.parse(req.body.settings);
  res.json({ count: settings.length });
});
app.post("/jobs", (req, res) => {
  // ruleid: javascript.code-injection
  new Worker(req.body.code, { eval: true });
  // ok: javascript.code-injection
  new Worker("./worker.js", { workerData: req.body.code });
});
