router.post("/login", limiter, async (req, res) => {
  const user = await users.check(req.body.email, req.body.password);
  // ruleid: javascript.check-skipped-by-caller
  if (user.totpSecret && req.body.code) {
    if (!totp.verify(user.totpSecret, req.body.code)) return res.status(401).end();
  }
  res.json({ token: issue(user) });
});
async function signIn(user, code) {
  // ruleid: javascript.check-skipped-by-caller
  if (user.mfaEnabled && code && !authenticator.check(code, user.secret)) throw new Error("Invalid code");
  return issue(user);
}
app.post("/hooks/pay", async (req, res) => {
  const signature = req.headers["x-signature"];
  // ruleid: javascript.check-skipped-by-caller
  if (signature && !verifySignature(req.rawBody, signature)) return res.sendStatus(401);
  await handle(req.body);
  res.end();
});
app.post("/sign-up", async (req, res) => {
  // ruleid: javascript.check-skipped-by-caller
  if (req.body.captchaToken && !(await verifyCaptcha(req.body.captchaToken))) return res.sendStatus(400);
  res.json(await register(req.body));
});
router.post("/login2", limiter, async (req, res) => {
  const user = await users.check(req.body.email, req.body.password);
  // ok: javascript.check-skipped-by-caller
  if (user.totpSecret && !totp.verify(user.totpSecret, String(req.body.code))) return res.status(401).end();
  res.json({ token: issue(user) });
});
async function signInWith(user, code) {
  if (user.mfaEnabled && !code) return { mfaRequired: true };
  // ok: javascript.check-skipped-by-caller
  if (user.mfaEnabled && code) {
    if (!authenticator.check(code, user.secret)) throw new Error("Invalid code");
  }
  return issue(user);
}
async function signInOrAsk(user, code) {
  // ok: javascript.check-skipped-by-caller
  if (user.mfaEnabled && code) {
    if (!authenticator.check(code, user.secret)) throw new Error("Invalid code");
  } else if (user.mfaEnabled) {
    return { mfaRequired: true };
  }
  return issue(user);
}
app.post("/cart", async (req, res) => {
  // ok: javascript.check-skipped-by-caller
  if (req.body.coupon && !isValidCoupon(req.body.coupon)) return res.sendStatus(400);
  res.end();
});
app.post("/hooks/ship", async (req, res) => {
  const signature = req.headers["x-signature"];
  if (!signature) return res.sendStatus(401);
  // ok: javascript.check-skipped-by-caller
  if (signature && !verifySignature(req.rawBody, signature)) return res.sendStatus(401);
  res.end();
});
