function remember(res, user) {
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("role", user.role);
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("user_id", user.id, { maxAge: 1000 });
  // ruleid: javascript.session-cookie-without-flags
  res.cookie("isAdmin", "1");
  // ok: javascript.session-cookie-without-flags
  res.cookie("role", user.role, { httpOnly: true, secure: true });
  // ok: javascript.session-cookie-without-flags
  res.cookie("payroll", "open");
  // ok: javascript.session-cookie-without-flags
  res.cookie("theme", "dark");
}

async function startSession(token) {
  const jar = await cookies();
  // ruleid: javascript.session-cookie-without-flags
  jar.set("session", token, { path: "/" });
  // ok: javascript.session-cookie-without-flags
  jar.set("session", token, { path: "/", httpOnly: true, secure: true, sameSite: "lax" });
  // ok: javascript.session-cookie-without-flags
  jar.set("theme", "dark", { path: "/" });
}
