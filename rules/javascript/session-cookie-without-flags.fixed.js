app.post("/login", (req, res) => {
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("session", token, { httpOnly: true, secure: true, sameSite: "lax" });
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("auth_token", token, { maxAge: 3600000, httpOnly: true, secure: true, sameSite: "lax" });
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("jwt", token, { secure: true, sameSite: "strict", httpOnly: true });
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
res.cookie("session", token, { httpOnly: true, maxAge: 3600, secure: true, sameSite: "lax" });
// ok: javascript.session-cookie-without-flags
res.cookie("session", token, { httpOnly: true, secure: production, maxAge: 3600 });
// ok: javascript.session-cookie-without-flags
res.cookie("theme", theme, { httpOnly: true, maxAge: 3600 });

app.post("/hono", (c) => {
  // ruleid: javascript.session-cookie-without-flags
  setCookie(c, "session", token, { path: "/", httpOnly: true, secure: true, sameSite: "Lax" });
  // ok: javascript.session-cookie-without-flags
  setCookie(c, "session", token, { path: "/", httpOnly: true, secure: true });
  // ok: javascript.session-cookie-without-flags
  setCookie(c, "theme", "dark");
  return c.json({});
});

export async function signIn() {
  const store = await cookies();
  const answer = NextResponse.json({});
  // ruleid: javascript.session-cookie-without-flags
  answer.cookies.set("auth_token", token, { maxAge: 60, httpOnly: true, secure: true, sameSite: "lax" });
  // ok: javascript.session-cookie-without-flags
  answer.cookies.set("auth_token", token, { ...cookieOptions, maxAge: 60 });
  return answer;
}

app.post("/remember", (req, res) => {
  // ok: javascript.session-cookie-without-flags
  res.cookie("uid", req.user.id, { httpOnly: true, secure: true, sameSite: "strict" });
  res.sendStatus(204);
});

module.exports.byHand = (req, res, user) => {
  // ruleid: javascript.session-cookie-without-flags
  res.setHeader("Set-Cookie", `uid=${user.id}; Path=/`);
  // ok: javascript.session-cookie-without-flags
  res.setHeader("Set-Cookie", `uid=${user.id}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  // ok: javascript.session-cookie-without-flags
  res.setHeader("Set-Cookie", "theme=dark; Path=/");
  // ok: javascript.session-cookie-without-flags
  res.setHeader("Set-Cookie", "session=; Path=/; Max-Age=0");
};

app.post("/remembered", async (c) => {
  // ruleid: javascript.session-cookie-without-flags
  setCookie(c, "remember_token", await issue(c), { httpOnly: true, secure: true, sameSite: "Lax" });
  return c.json({});
});

export async function signInOnServer(form) {
  // ruleid: javascript.session-cookie-without-flags
  (await cookies()).set("session", await issue(form), {
    path: "/", // everywhere
    httpOnly: true,
    secure: true,
    sameSite: "lax",
  });
}
