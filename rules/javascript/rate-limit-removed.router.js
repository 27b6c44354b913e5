router.use(limiter);
// ok: javascript.rate-limit-removed
router.post("/sign-in", signIn);
// ok: javascript.rate-limit-removed
router.post("/sign-up", signUp);
