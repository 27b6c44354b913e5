async function signIn(user, password) {
  // ruleid: javascript.check-result-ignored
  await bcrypt.compare(password, user.hash);
  return issueToken(user);
}
function receive(body, signature) {
  // ruleid: javascript.check-result-ignored
  crypto.timingSafeEqual(Buffer.from(signature), macOf(body));
  handle(body);
}
function unlock(safe, pin) {
  // ruleid: javascript.check-result-ignored
  bcrypt.compareSync(pin, safe.hash);
  safe.open();
}
async function signInWell(user, password) {
  // ok: javascript.check-result-ignored
  if (!(await bcrypt.compare(password, user.hash))) throw new Error("no");
  return issueToken(user);
}
function receiveWell(body, signature) {
  // ok: javascript.check-result-ignored
  const fits = crypto.timingSafeEqual(Buffer.from(signature), macOf(body));
  if (fits) handle(body);
}
function isRight(safe, pin) {
  // ok: javascript.check-result-ignored
  return bcrypt.compareSync(pin, safe.hash);
}
function claims(token, key) {
  // ok: javascript.check-result-ignored
  jwt.verify(token, key);
  return true;
}
async function enter(user, password) {
  // ruleid: javascript.check-result-ignored
  if (bcrypt.compare(password, user.hash)) return issueToken(user);
  // ruleid: javascript.check-result-ignored
  if (!argon2.verify(user.hash, password)) throw new Error("no");
  const fits = bcrypt.compare(password, user.hash);
  // ruleid: javascript.check-result-ignored
  if (fits) return issueToken(user);
  // ok: javascript.check-result-ignored
  if ((await bcrypt.compare(password, user.hash)) && user.active) return issueToken(user);
  const right = await argon2.verify(user.hash, password);
  // ok: javascript.check-result-ignored
  return right ? issueToken(user) : undefined;
}

async function login(user, password) {
  // ruleid: javascript.check-result-ignored
  bcrypt.compare(password, user.hash).then((same) => {
    if (!same) throw new Error("wrong password");
  });
  return issueToken(user);
}
function loginAwaited(user, password) {
  // ok: javascript.check-result-ignored
  return bcrypt.compare(password, user.hash).then((same) => {
    if (!same) throw new Error("wrong password");
  });
}

app.post("/orders", async (req, res) => {
  // ruleid: javascript.check-result-ignored
  orderSchema.safeParse(req.body);
  await orders.insert(req.body);
  const verifier = crypto.createVerify("sha256").update(req.body.receipt);
  // ruleid: javascript.check-result-ignored
  verifier.verify(PUBLIC_KEY, req.body.signature, "base64");
  // ruleid: javascript.check-result-ignored
  createVerify("sha256").update(req.body.note).verify(PUBLIC_KEY, req.body.signature);
  res.sendStatus(201);
});
app.post("/orders/checked", async (req, res) => {
  // ok: javascript.check-result-ignored
  const order = orderSchema.safeParse(req.body);
  // ok: javascript.check-result-ignored
  if (!orderSchema.safeParse(req.query).success) return res.sendStatus(400);
  // ok: javascript.check-result-ignored
  const isOrder = (value) => orderSchema.safeParse(value).success;
  // ok: javascript.check-result-ignored
  orderSchema.parse(req.params);
  const verifier = crypto.createVerify("sha256").update(req.body.receipt);
  // ok: javascript.check-result-ignored
  if (!verifier.verify(PUBLIC_KEY, req.body.signature, "base64")) return res.sendStatus(400);
  // ok: javascript.check-result-ignored
  tokens.verify(req.body.token, KEY);
  res.json(order.success && isOrder(req.body));
});
hooks.post("/billing", (req, res) => {
  const fits = given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  // ruleid: javascript.check-result-ignored
  if (!fits) console.warn("bad signature");
  enqueue(req.body);
});
hooks.post("/mail", async (req, res) => {
  const known = await bcrypt.compare(req.body.password, user.hash);
  // ruleid: javascript.check-result-ignored
  if (!known) {
    logger.warn("wrong password");
  }
  res.json(await tokens.issue(user));
});
hooks.post("/paid", (req, res) => {
  const fits = timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  // ok: javascript.check-result-ignored
  if (!fits) console.warn("bad signature");
  if (!fits) return res.sendStatus(401);
  enqueue(req.body);
});
function checkPaid(given, expected) {
  const fits = timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  // ok: javascript.check-result-ignored
  if (!fits) console.warn("bad signature");
  return fits;
}
function openOrTell(given, expected) {
  const fits = timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  // ok: javascript.check-result-ignored
  if (!fits) console.warn("bad signature");
  else open();
}
function update(pack, signature, key) {
  const valid = crypto.verify("sha256", pack, key, signature);
  // ruleid: javascript.check-result-ignored
  console.log("signature valid:", valid);
  install(pack);
}
function updateWell(pack, signature, key) {
  const valid = crypto.verify("sha256", pack, key, signature);
  // ok: javascript.check-result-ignored
  console.log("signature valid:", valid);
  if (!valid) throw new Error("signature");
  install(pack);
}
function report(pack, signature, key) {
  const valid = crypto.verify("sha256", pack, key, signature);
  // ok: javascript.check-result-ignored
  console.log("signature valid:", valid);
  return { pack, valid };
}
