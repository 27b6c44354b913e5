// ruleid: javascript.same-site-none
app.use(session({ secret, cookie: { secure: true, sameSite: "none" } }));
// ruleid: javascript.same-site-none
app.use(cookieSession({ keys, secure: true, sameSite: "none" }));
app.post("/login", (req, res) => {
  // ruleid: javascript.same-site-none
  res.cookie("session_id", id, { httpOnly: true, secure: true, sameSite: "None" });
  // ok: javascript.same-site-none
  res.cookie("theme", "dark", { sameSite: "none", secure: true });
  // ok: javascript.same-site-none
  res.cookie("session_id", id, { httpOnly: true, secure: true, sameSite: "lax" });
});
// ok: javascript.same-site-none
app.use(cookieSession({ keys, secure: true, sameSite: "strict" }));
