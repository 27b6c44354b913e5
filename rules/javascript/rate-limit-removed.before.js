router.post("/login", loginLimiter, login);

app.post("/reset", rateLimit({ windowMs: 60000, max: 5 }), sendReset);

async function checkCode(req, res) {
  if (await attempts.count(req.ip) > 5) return res.status(429).end();
  const fits = await codes.verify(req.body.phone, req.body.code);
  res.json({ fits });
}

router.post("/token", tokenLimiter, issueToken);

app.post("/invite", rateLimit({ windowMs: 60000, max: 5 }), invite);

router.post("/otp", otpLimiter, sendOtp);
router.get("/terms", terms);
