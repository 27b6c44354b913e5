app.post("/login", (req, res) => {
  // ruleid: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: true });
  // ruleid: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: process.env.NODE_ENV === "production" });
});

// ruleid: javascript.insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { secure: true } }));
// ok: javascript.insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { secure: true, maxAge: 3600000 } }));
