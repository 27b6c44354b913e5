app.use(cookieParser());
// ok: javascript.same-site-none
app.use(session({ secret, cookie: { secure: true, sameSite: "none" } }));
app.use(doubleCsrfProtection);
app.post("/transfer", transfer);
