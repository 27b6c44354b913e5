function one(req, res, next) {
  const origin = req.headers.origin;
  if (isOurs(origin)) {
    // ruleid: javascript.permissive-cors
    res.setHeader("Access-Control-Allow-Origin", origin);
    res.setHeader("Access-Control-Allow-Credentials", "true");
  }
  next();
}

function isOurs(origin) {
  return origin.indexOf("example.com") !== -1;
}

const endsAlike = (origin) => origin.endsWith("example.com");

function two(req, res) {
  const { origin } = req.headers;
  if (origin && endsAlike(origin)) {
    // ruleid: javascript.permissive-cors
    res.set("Access-Control-Allow-Origin", origin);
  }
}

function three(req, res) {
  const origin = req.get("origin");
  if (origin.includes("shop.example")) {
    // ruleid: javascript.permissive-cors
    res.header("Access-Control-Allow-Origin", origin);
  }
}

const ours = (origin) => origin.endsWith(".example.com");

function four(req, res) {
  const { origin } = req.headers;
  if (ours(origin)) {
    // ok: javascript.permissive-cors
    res.set("Access-Control-Allow-Origin", origin);
  }
}

function five(req, res) {
  const { origin } = req.headers;
  if (origin.includes("localhost")) {
    // ok: javascript.permissive-cors
    res.set("Access-Control-Allow-Origin", origin);
  }
}

function six(req, res) {
  const { origin } = req.headers;
  if (allowed.includes(origin)) {
    // ok: javascript.permissive-cors
    res.set("Access-Control-Allow-Origin", origin);
  }
}

app.register(cors, {
  credentials: true,
  origin: (origin, done) => {
    // ruleid: javascript.permissive-cors
    if (origin && origin.endsWith("example.com")) done(null, true);
    else done(null, false);
  },
});
app.use(
  cors({
    origin(origin, done) {
      // ruleid: javascript.permissive-cors
      done(null, origin.startsWith("https://app.example.com"));
    },
    credentials: true,
  }),
);
app.use(
  cors({
    credentials: true,
    origin: (origin, done) => {
      // ok: javascript.permissive-cors
      done(null, origin.endsWith(".example.com"));
    },
  }),
);
app.use(
  cors({
    // ok: javascript.permissive-cors
    origin: (origin, done) => done(null, origin.endsWith("example.com")),
  }),
);

// ruleid: javascript.permissive-cors
app.use(cors({ credentials: true, origin: /example\.com$/ }));
// ruleid: javascript.permissive-cors
app.use(cors({ origin: ["https://example.com", /^https:\/\/app\.partner\.io/], credentials: true }));
// ok: javascript.permissive-cors
app.use(cors({ credentials: true, origin: /\.example\.com$/ }));
// ok: javascript.permissive-cors
app.use(cors({ credentials: true, origin: [/^https:\/\/([a-z-]+\.)?example\.com$/, /^http:\/\/localhost/] }));
// ok: javascript.permissive-cors
app.use(cors({ origin: /example\.com$/ }));
