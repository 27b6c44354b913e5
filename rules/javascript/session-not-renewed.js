app.post("/login", async (req, res) => {
  const user = await check(req.body);
  // ruleid: javascript.session-not-renewed
  req.session.userId = user.id;
  res.redirect("/");
});
router.post("/sign-in", (req, res) => {
  if (!right(req.body)) return res.sendStatus(401);
  // ruleid: javascript.session-not-renewed
  req.session.user = { name: req.body.name };
  res.end();
});
router.get("/auth/callback", async (req, res) => {
  const account = await exchange(req.query.code);
  // ruleid: javascript.session-not-renewed
  req.session.account = account.id;
  res.redirect("/");
});
app.post("/api/login", async (req, res, next) => {
  const user = await check(req.body);
  req.session.regenerate((error) => {
    if (error) return next(error);
    // ok: javascript.session-not-renewed
    req.session.userId = user.id;
    res.redirect("/");
  });
});
app.post("/logout", (req, res) => {
  // ok: javascript.session-not-renewed
  req.session.userId = null;
  res.redirect("/");
});
app.post("/auth/otp", async (req, res) => {
  await renewSession(req);
  // ok: javascript.session-not-renewed
  req.session.authenticated = true;
  res.end();
});
app.post("/theme", (req, res) => {
  // ok: javascript.session-not-renewed
  req.session.user = withTheme(req.session.user, req.body.theme);
  res.end();
});
app.get("/auth/callback", async (req, res) => {
  const user = await users.of(await exchange(String(req.query.code)));
  await new Promise((resolve, reject) => req.session.regenerate((error) => (error ? reject(error) : resolve())));
  // ok: javascript.session-not-renewed
  req.session.userId = user.id;
  res.redirect("/");
});
app.post("/login/short", async (req, res) => {
  const renew = promisify(req.session.regenerate.bind(req.session));
  await renew();
  // ok: javascript.session-not-renewed
  req.session.userId = (await users.signIn(req.body)).id;
  res.redirect("/");
});
app.post("/login/late", async (req, res) => {
  await new Promise((resolve, reject) => req.session.reload((error) => (error ? reject(error) : resolve())));
  // ruleid: javascript.session-not-renewed
  req.session.userId = (await users.signIn(req.body)).id;
  res.redirect("/");
});
exports.login = async (req, res) => {
  const user = await users.signIn(req.body);
  // ruleid: javascript.session-not-renewed
  req.session.userId = user.id;
  res.redirect("/");
};
async function handleSignIn(req, res) {
  const user = await users.signIn(req.body);
  await new Promise((resolve) => req.session.regenerate(resolve));
  // ok: javascript.session-not-renewed
  req.session.userId = user.id;
  res.redirect("/");
}
function loginPage(req, res) {
  // ok: javascript.session-not-renewed
  req.session.user = withTheme(req.session.user, req.query.theme);
  res.render("login");
}
