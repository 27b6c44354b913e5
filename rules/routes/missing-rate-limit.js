const router = require("express").Router();
const loginLimiter = rateLimit({ windowMs: 60_000, limit: 5 });

// ok: routes.missing-rate-limit
router.post("/login", loginLimiter, login);
// ruleid: routes.missing-rate-limit
router.post("/forgot-password", forgotPassword);
// ruleid: routes.missing-rate-limit
router.post("/register", validate(account), register);
// ok: routes.missing-rate-limit
router.post("/verify-email", loginLimiter, verify);
// ok: routes.missing-rate-limit
router.post("/orders", createOrder);
// ok: routes.missing-rate-limit
router.post("/logout", logout);
// ok: routes.missing-rate-limit
router.post("/signin", require("express-rate-limit")({ windowMs: 60_000, limit: 5 }), signIn);
