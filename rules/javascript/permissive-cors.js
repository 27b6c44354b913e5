import cors from "cors";

// ruleid: javascript.permissive-cors
app.use(cors({ origin: true, credentials: true }));
// ruleid: javascript.permissive-cors
app.use(cors({ origin: "*", methods: ["GET"], credentials: true }));
// ruleid: javascript.permissive-cors
const options = { origin: (origin, callback) => callback(null, true), credentials: true };

app.use((req, res, next) => {
  // ruleid: javascript.permissive-cors
  res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  res.setHeader("Access-Control-Allow-Credentials", "true");
  next();
});

// ok: javascript.permissive-cors
app.use(cors({ origin: ["https://shop.example.com"], credentials: true }));
// ok: javascript.permissive-cors
app.use(cors({ origin: "*" }));
app.use((req, res, next) => {
  if (ALLOWED_ORIGINS.includes(req.headers.origin)) {
    // ok: javascript.permissive-cors
    res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  }
  // ok: javascript.permissive-cors
  res.setHeader("X-Origin", req.headers.origin);
  next();
});

// ruleid: javascript.permissive-cors
app.use(cors({ origin: (origin, done) => done(null, origin), credentials: true }));
// ok: javascript.permissive-cors
app.use(cors({ origin: (origin, done) => done(null, LIST.includes(origin)), credentials: true }));

http.createServer((req, res) => {
  const { origin } = req.headers;
  // ruleid: javascript.permissive-cors
  res.writeHead(200, { "Access-Control-Allow-Origin": origin ?? "*", "Access-Control-Allow-Credentials": "true" });
  res.end();
});
http.createServer((req, res) => {
  const origin = ORIGINS.find((known) => known === req.headers.origin) ?? ORIGINS[0];
  // ok: javascript.permissive-cors
  res.writeHead(200, { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true" });
  res.end();
});

// ruleid: javascript.permissive-cors
api.use("/v1/*", cors({ origin: (origin) => origin, credentials: true }));
// ruleid: javascript.permissive-cors
api.use("/v2/*", cors({ origin: (origin) => origin ?? "*", credentials: true }));
// ok: javascript.permissive-cors
api.use("/v3/*", cors({ origin: (origin) => (ALLOWED.includes(origin) ? origin : null), credentials: true }));
// ruleid: javascript.permissive-cors
const io = new Server(server, { cors: { origin: "*", credentials: true } });
// ruleid: javascript.permissive-cors
const nest = await NestFactory.create(AppModule, { cors: { credentials: true, origin: true } });
// ok: javascript.permissive-cors
const open = new Server(server, { cors: { origin: "*" } });
// ok: javascript.permissive-cors
const own = new Server(server, { cors: { origin: "https://chat.example.com", credentials: true } });

app.use((_req, res, next) => {
  // ruleid: javascript.permissive-cors
  res.header("Access-Control-Allow-Origin", _req.headers.origin ?? "*");
  res.header("Access-Control-Allow-Credentials", "true");
  next();
});

// ruleid: javascript.permissive-cors
koa.use(cors({ origin: (ctx) => ctx.get("Origin"), credentials: true }));
// ruleid: javascript.permissive-cors
koa.use(cors({ credentials: true, origin: (ctx) => ctx.request.header.origin || "*" }));
// ok: javascript.permissive-cors
koa.use(cors({ origin: (ctx) => (ORIGINS.includes(ctx.get("Origin")) ? ctx.get("Origin") : ""), credentials: true }));
