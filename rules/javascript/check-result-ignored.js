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
