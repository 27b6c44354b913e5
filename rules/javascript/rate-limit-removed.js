// ruleid: javascript.rate-limit-removed
router.post("/login", login);

// ruleid: javascript.rate-limit-removed
app.post("/reset", sendReset);

async function checkCode(req, res) {
  // ruleid: javascript.rate-limit-removed
  const fits = await codes.verify(req.body.phone, req.body.code);
  res.json({ fits });
}

// ok: javascript.rate-limit-removed
router.post("/token", slowDown({ delayAfter: 3 }), issueToken);

// ok: javascript.rate-limit-removed
app.post("/invite", rateLimit({ windowMs: 60000, max: 10 }), invite);

// ok: javascript.rate-limit-removed
router.get("/terms", terms);
