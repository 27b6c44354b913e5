router.post("/sign-in", limiter, signIn);
router.post("/sign-up", limiter, signUp);
