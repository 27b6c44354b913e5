app.post("/login", (req, res) => {
  // ruleid: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: false, secure: true });
  // ruleid: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: false, sameSite: "lax" });
  // ok: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: process.env.NODE_ENV === "production" });
});

// ruleid: javascript.insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { secure: false } }));
// ok: javascript.insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { secure: true, maxAge: 3600000 } }));

const jar = await cookies();
// ruleid: javascript.insecure-cookie
jar.set({ name: "session", value: id, secure: false, httpOnly: true });
// ruleid: javascript.insecure-cookie
setCookie(c, "session", id, { httpOnly: false, secure: true });
// ruleid: javascript.insecure-cookie
app.use(session({ key: "sid", httpOnly: false, maxAge: 864e5 }, app));
// ok: javascript.insecure-cookie
jar.set({ name: "session", value: id, secure: true, httpOnly: true });
// ok: javascript.insecure-cookie
flags.set({ name: "secure", secure: false });
