app.post("/login", (req, res) => {
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("session", token);
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("auth_token", token, { maxAge: 3600000 });
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("jwt", token, { secure: true, sameSite: "strict" });
  // ok: javascript.session-cookie-without-flags
  res.cookie("session", token, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: javascript.session-cookie-without-flags
  res.cookie("theme", "dark");
  // ok: javascript.session-cookie-without-flags
  res.cookie("XSRF-TOKEN", csrf, { secure: true });
  // ok: javascript.session-cookie-without-flags
  res.cookie("session", token, cookieOptions);
});

// ruleid: javascript.session-cookie-without-flags
app.use(session({ secret: process.env.SECRET, cookie: { maxAge: 3600000 } }));
// ok: javascript.session-cookie-without-flags
app.use(session({ secret: process.env.SECRET, cookie: { maxAge: 3600000, secure: true, sameSite: "lax" } }));

// ruleid: javascript.session-cookie-without-flags
res.cookie("session", token, { httpOnly: true, maxAge: 3600 });
// ok: javascript.session-cookie-without-flags
res.cookie("session", token, { httpOnly: true, secure: production, maxAge: 3600 });
// ok: javascript.session-cookie-without-flags
res.cookie("theme", theme, { httpOnly: true, maxAge: 3600 });
