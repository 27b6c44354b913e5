const express = require("express");
const app = express();

// ruleid: javascript.sign-in-without-rate-limit
app.post("/login", async (req, res) => {
  const user = await User.findOne({ where: { email: String(req.body.email) } });
  if (!user || !(await bcrypt.compare(req.body.password, user.hash))) return res.sendStatus(401);
  res.end();
});

// ruleid: javascript.sign-in-without-rate-limit
app.post("/api/verify-otp", express.json(), (req, res) => res.json({ ok: check(req.body.otp) }));

// ruleid: javascript.sign-in-without-rate-limit
app.post("/auth/sign-in", async function (req, res) {
  res.json(await signIn(req.body.name, req.body.password));
});

// ok: javascript.sign-in-without-rate-limit
app.post("/sign-in", rateLimit({ limit: 5 }), async (req, res) => res.json(await signIn(req.body.password)));

// ok: javascript.sign-in-without-rate-limit
app.post("/signin", async (req, res) => {
  if (await tooManyAttempts(req.ip)) return res.sendStatus(429);
  res.json(await signIn(req.body.password));
});

const router = express.Router();
router.use(loginLimiter);
// ok: javascript.sign-in-without-rate-limit
router.post("/login", async (req, res) => res.json(await signIn(req.body.password)));

// ruleid: javascript.sign-in-without-rate-limit
auth.post("/login", async (req, res) => {
  res.json(await check(req.body.password));
});
// ok: javascript.sign-in-without-rate-limit
auth.post("/login", loginLimiter, async (req, res) => {
  res.json(await check(req.body.password));
});

const koa = new Koa();
const pages = new Router();
koa.use(ratelimit({ driver: "memory", db: new Map(), max: 20 }));
// ok: javascript.sign-in-without-rate-limit
authRouter.post("/signin", async (ctx) => {
  ctx.body = await checkPassword(ctx.request.body.password);
});
