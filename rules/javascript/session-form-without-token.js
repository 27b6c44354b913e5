const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false, cookie: { secure: true } }));

// ruleid: javascript.session-form-without-token
app.post("/transfer", async (req, res) => {
  if (!req.session.userId) return res.redirect("/login");
  await transfer(req.session.userId, req.body.to, Number(req.body.amount));
  res.redirect("/account");
});
// ruleid: javascript.session-form-without-token
app.post("/account/email", requireLogin, function (req, res) {
  users.setEmail(req.user.id, req.body.email);
  res.redirect("/account");
});
// ruleid: javascript.session-form-without-token
app.post("/account/delete", (req, res) => {
  if (!req.isAuthenticated()) return res.sendStatus(401);
  users.remove(req.user.id).then(() => res.redirect("/"));
});
// ok: javascript.session-form-without-token
app.post("/login", async (req, res) => {
  req.session.userId = await signIn(req.body.name, req.body.password);
  res.redirect("/");
});
// ok: javascript.session-form-without-token
app.post("/feedback", (req, res) => {
  feedback.add(String(req.body.text));
  res.redirect("/");
});
// ok: javascript.session-form-without-token
app.post("/password", verifyCsrf, (req, res) => {
  users.setPassword(req.session.userId, req.body.password);
  res.redirect("/account");
});
// ok: javascript.session-form-without-token
app.post("/name", (req, res) => {
  if (req.get("origin") !== "https://app.example.com") return res.sendStatus(403);
  users.setName(req.session.userId, req.body.name);
  res.redirect("/account");
});

const strict = express();
strict.use(express.urlencoded({ extended: false }));
strict.use(session({ secret: process.env.SESSION_SECRET, saveUninitialized: false, cookie: { secure: true, sameSite: "lax" } }));
// ok: javascript.session-form-without-token
strict.post("/transfer", (req, res) => {
  transfer(req.session.userId, req.body.to, Number(req.body.amount));
  res.redirect("/account");
});

const guarded = express();
guarded.use(express.urlencoded({ extended: false }));
guarded.use(session({ secret: process.env.SESSION_SECRET, saveUninitialized: false }));
guarded.use(csrfSynchronisedProtection);
// ok: javascript.session-form-without-token
guarded.post("/transfer", (req, res) => {
  transfer(req.session.userId, req.body.to, Number(req.body.amount));
  res.redirect("/account");
});

const shared = express();
shared.use(cors({ origin: true, credentials: true }));
shared.use(express.urlencoded({ extended: false }));
shared.use(session({ secret: process.env.SESSION_SECRET, saveUninitialized: false, cookie: { secure: true } }));
// ruleid: javascript.session-form-without-token
shared.post("/transfer", (req, res) => {
  transfer(req.session.userId, req.body.to, Number(req.body.amount));
  res.redirect("/account");
});
