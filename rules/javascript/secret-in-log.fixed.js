function login(username, password, apiKey) {
  // ruleid: javascript.secret-in-log
  console.log("login of", username, "[hidden]");
  // ruleid: javascript.secret-in-log
  logger.info(`key is [hidden]`);
  // ruleid: javascript.secret-in-log
  console.debug("password: " + "[hidden]");
  // ruleid: javascript.secret-in-log
  logger.warn("login", { username, password: "[hidden]" });
  // ok: javascript.secret-in-log
  logger.info("login of", username);
  // ok: javascript.secret-in-log
  console.log("password changed");
  // ok: javascript.secret-in-log
  console.log("key of", apiKey.length, "characters");
  // ok: javascript.secret-in-log
  logger.info({ passwordLength: password.length });
}

// ruleid: javascript.secret-in-log
logger.debug("called", { authorization: req.headers.authorization });
// ruleid: javascript.secret-in-log
console.log("token", "[hidden]");
// ok: javascript.secret-in-log
logger.debug("called", { agent: req.headers["user-agent"], tokens: req.body.tokens });
// ruleid: javascript.secret-in-log
console.log("called with", req.headers["authorization"]);
// ok: javascript.secret-in-log
console.log("called with", req.headers["accept"]);

api.interceptors.request.use((config) => {
  // ruleid: javascript.secret-in-log
  log.info({ url: config.url, sent: config.headers.Authorization }, "request");
  // ruleid: javascript.secret-in-log
  console.log("user " + username + " signed in with " + "[hidden]");
  // ok: javascript.secret-in-log
  log.info({ url: config.url, sent: Boolean(config.headers.Authorization) }, "request");
  // ok: javascript.secret-in-log
  console.log("user " + username + " changed the " + passwordField);
});

app.use((req, res, next) => {
  // ruleid: javascript.secret-in-log
  logger.debug(JSON.stringify(req.headers));
  // ruleid: javascript.secret-in-log
  console.log("headers", req.headers);
  // ok: javascript.secret-in-log
  logger.debug(req.headers["user-agent"]);
  // ok: javascript.secret-in-log
  logger.debug(Object.keys(req.headers));
  next();
});

function forgotten(user) {
  const resetToken = crypto.randomBytes(32).toString("hex");
  // ruleid: javascript.secret-in-log
  console.log(`reset link for ${user.email}: [hidden]`);
  // ruleid: javascript.secret-in-log
  logger.info("invited", { invite: "[hidden]" });
  // ok: javascript.secret-in-log
  logger.info("sent", { resetTokenId: user.resetTokenId, resetTokenSent: true });
  return resetToken;
}

app.post("/login", async (req, res) => {
  const token = await sessions.issue(req.body.name);
  // ruleid: javascript.secret-in-log
  logger.info({ token: "[hidden]" }, "signed in");
  // ruleid: javascript.secret-in-log
  logger.info("signed in", { user: req.body.name, token: "[hidden]" });
  // ruleid: javascript.secret-in-log
  logger.debug({ password: "[hidden]", user: req.body.name });
  // ok: javascript.secret-in-log
  logger.info({ token: mask(token) }, "signed in");
  // ok: javascript.secret-in-log
  logger.info({ token: Boolean(token) }, "signed in");
  // ok: javascript.secret-in-log
  logger.info({ password: "***", user: req.body.name });
  res.json({ token });
});
function nextToken(lexer) {
  const token = lexer.read();
  // ok: javascript.secret-in-log
  logger.debug({ token }, "read");
  // ok: javascript.secret-in-log
  logger.debug({ password: passwordPolicy.length });
  return token;
}
