app.post("/login", (req, res) => {
  // ruleid: javascript.log-injection
  console.log(`Login failed for ${String(req.body.user).replace(/[\r\n]+/g, " ")}`);
  // ruleid: javascript.log-injection
  logger.warn("Login failed for " + String(req.body.user).replace(/[\r\n]+/g, " "));
  const agent = req.headers["user-agent"];
  // ruleid: javascript.log-injection
  logger.info("Client: " + String(agent).replace(/[\r\n]+/g, " ") + " connected");
  // ok: javascript.log-injection
  logger.info({ user: req.body.user }, "login failed");
  // ok: javascript.log-injection
  console.log(`Login failed for ${JSON.stringify(req.body.user)}`);
  // ok: javascript.log-injection
  console.log(`Page ${Number(req.query.page)}`);
  // ok: javascript.log-injection
  logger.warn("Login failed for " + req.body.user.replace(/[\r\n]/g, ""));
  res.status(401).end();
});

io.on("connection", (socket) => {
  socket.on("note", (line) => {
    // ruleid: javascript.log-injection
    console.log(`note of a player: ${String(line).replace(/[\r\n]+/g, " ")}`);
    // ok: javascript.log-injection
    console.log("note of a player: " + JSON.stringify(line));
  });
});
