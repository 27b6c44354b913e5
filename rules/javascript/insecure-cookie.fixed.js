app.post("/login", (req, res) => {
  // ruleid: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: true, sameSite: "lax" });
  // ruleid: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: true, sameSite: "lax" });
  // ok: javascript.insecure-cookie
  res.cookie("session", token, { httpOnly: true, secure: process.env.NODE_ENV === "production" });
});

// ruleid: javascript.insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { secure: true, httpOnly: true, sameSite: "lax" } }));
// ok: javascript.insecure-cookie
app.use(session({ secret: process.env.SECRET, cookie: { secure: true, maxAge: 3600000 } }));

const jar = await cookies();
// ruleid: javascript.insecure-cookie
jar.set({ name: "session", value: id, secure: true, httpOnly: true, sameSite: "lax" });
// ruleid: javascript.insecure-cookie
setCookie(c, "session", id, { httpOnly: true, secure: true, sameSite: "lax" });
// ruleid: javascript.insecure-cookie
app.use(session({ key: "sid", httpOnly: true, maxAge: 864e5, secure: true, sameSite: "lax" }, app));
// ok: javascript.insecure-cookie
jar.set({ name: "session", value: id, secure: true, httpOnly: true });
// ok: javascript.insecure-cookie
flags.set({ name: "secure", secure: false });
