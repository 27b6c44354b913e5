app.use((req, res, next) => {
  const origin = req.get("origin");
  // Also evil-example.com ends so.
  if (origin && origin.endsWith("example.com")) {
    // ruleid: javascript.permissive-cors
    res.setHeader("Access-Control-Allow-Origin", origin);
    res.setHeader("Access-Control-Allow-Credentials", "true");
  }
  next();
});

app.use((req, res, next) => {
  const origin = req.headers.origin;
  if (ORIGINS.has(origin)) {
    // ok: javascript.permissive-cors
    res.setHeader("Access-Control-Allow-Origin", origin);
  }
  next();
});

api.use("*", async (c, next) => {
  await next();
  const origin = c.req.header("origin");
  if (origin) {
    // ruleid: javascript.permissive-cors
    c.res.headers.set("Access-Control-Allow-Origin", origin);
    c.res.headers.set("Access-Control-Allow-Credentials", "true");
  }
});
api.use("*", async (c, next) => {
  await next();
  const origin = c.req.header("origin");
  if (ALLOWED.has(origin)) {
    // ok: javascript.permissive-cors
    c.res.headers.set("Access-Control-Allow-Origin", origin);
  }
});

// ruleid: javascript.permissive-cors
app.use(cors({ origin: (origin, callback) => callback(null, origin || "*"), credentials: true }));
app.use(
  cors({
    // ok: javascript.permissive-cors
    origin: (origin, callback) => callback(null, ALLOWED.has(origin)),
    credentials: true,
  }),
);

export async function edge(request) {
  const origin = request.headers.get("Origin");
  // ruleid: javascript.permissive-cors
  const headers = { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true" };
  return new Response("{}", { headers });
}
export async function checkedEdge(request) {
  const origin = request.headers.get("Origin");
  if (!ALLOWED.has(origin)) return new Response("", { status: 403 });
  // ok: javascript.permissive-cors
  const headers = { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true" };
  return new Response("{}", { headers });
}

export async function POST(request) {
  const origin = request.headers.get("origin") ?? "*";
  const answer = NextResponse.json(await rows());
  // ruleid: javascript.permissive-cors
  answer.headers.set("Access-Control-Allow-Origin", origin);
  answer.headers.set("Access-Control-Allow-Credentials", "true");
  return answer;
}

export async function PUT(request) {
  const origin = request.headers.get("origin") ?? "";
  const answer = NextResponse.json(await rows());
  // ok: javascript.permissive-cors
  if (ORIGINS.includes(origin)) answer.headers.set("Access-Control-Allow-Origin", origin);
  return answer;
}
