const jwt = require("jsonwebtoken");
const { decodeJwt } = require("jose");

app.get("/me", (req, res) => {
  // ruleid: javascript.jwt-decoded-unverified
  const claims = jwt.decode(req.headers.authorization.split(" ")[1]);
  res.json(claims.user);
});

app.get("/orders", (req, res) => {
  const token = req.cookies.token;
  // ruleid: javascript.jwt-decoded-unverified
  const { sub } = decodeJwt(token);
  res.json(orders(sub));
});

function getUserFromToken(token) {
  // ruleid: javascript.jwt-decoded-unverified
  return jwt.decode(token).sub;
}

app.get("/safe", (req, res) => {
  // ok: javascript.jwt-decoded-unverified
  const claims = jwt.verify(req.cookies.token, key, { algorithms: ["RS256"] });
  res.json(claims.user);
});

function verifyToken(token) {
  jwt.verify(token, key, { algorithms: ["RS256"] });
  // ok: javascript.jwt-decoded-unverified
  return jwt.decode(token, { complete: true }).header;
}

// ok: javascript.jwt-decoded-unverified
const own = jwt.decode(process.env.SERVICE_TOKEN);

async function verifyWithKeys(token) {
  // ok: javascript.jwt-decoded-unverified
  const read = jwt.decode(token, { complete: true });
  const found = await keys.getSigningKey(read.header.kid);
  return jwt.verify(token, found.getPublicKey(), { algorithms: ["RS256"] });
}

export async function sessionOf(cookie) {
  // ruleid: javascript.jwt-decoded-unverified
  const { sub } = decodeJwt(cookie);
  return { sub };
}

app.get("/staff", (req, res) => {
  // ruleid: javascript.jwt-decoded-unverified
  const claims = JSON.parse(Buffer.from(req.headers.authorization.split(".")[1], "base64").toString());
  res.json({ staff: claims.role === "staff" });
});
app.get("/boss", (req, res) => {
  const [, body] = req.cookies.token.split(".");
  // ruleid: javascript.jwt-decoded-unverified
  const claims = JSON.parse(atob(body));
  res.json({ boss: claims.role === "boss" });
});
app.get("/own", (req, res) => {
  const [head, body, mac] = req.cookies.token.split(".");
  const expected = createHmac("sha256", key).update(`${head}.${body}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(mac, "base64url"))) return res.sendStatus(401);
  // ok: javascript.jwt-decoded-unverified
  res.json(JSON.parse(Buffer.from(body, "base64url")));
});
app.get("/picture", (req, res) => {
  const [kind, data] = req.query.picture.split(",");
  // ok: javascript.jwt-decoded-unverified
  res.json({ kind, size: Buffer.from(data, "base64").length });
});

export async function currentSession() {
  const token = (await cookies()).get("session")?.value;
  if (!token) return null;
  // ruleid: javascript.jwt-decoded-unverified
  return decodeJwt(token);
}
export async function verifiedSession() {
  const store = await cookies();
  const token = store.get("session")?.value;
  await jwtVerify(token, key);
  // ok: javascript.jwt-decoded-unverified
  return decodeJwt(token);
}

app.post("/introspect", (req, res) => {
  // ok: javascript.jwt-decoded-unverified
  const header = jwt.decode(req.body.token, { complete: true })?.header;
  if (header?.kid !== "k1") return res.sendStatus(400);
  res.json(jwt.verify(req.body.token, keys.get(header.kid), { algorithms: ["RS256"] }));
});
app.post("/introspect/payload", (req, res) => {
  // ruleid: javascript.jwt-decoded-unverified
  const payload = jwt.decode(req.body.token, { complete: true })?.payload;
  res.json(payload);
});
export async function identify(idToken) {
  // ruleid: javascript.jwt-decoded-unverified
  const payload = decodeJwt(idToken);
  return { sub: payload.sub };
}
export async function identifySafely(idToken) {
  const { payload } = await jwtVerify(idToken, keys, { issuer: "https://id.example.com" });
  // ok: javascript.jwt-decoded-unverified
  return { sub: payload.sub, raw: decodeJwt(idToken) };
}
export async function identifyByCookie(options, sessionToken) {
  // ok: javascript.jwt-decoded-unverified
  return options.jwt.decode({ ...options.keys, token: sessionToken });
}
export async function identifyByModule({ jwt, keys }, sessionToken) {
  // ok: javascript.jwt-decoded-unverified
  return jwt.decode({ ...keys, token: sessionToken });
}
