exports.logout = (req, res) => {
  res.clearCookie("theme");
  // ruleid: javascript.session-kept-at-sign-out
  res.redirect("/login");
};
function signOut(req, res) {
  // ruleid: javascript.session-kept-at-sign-out
  res.clearCookie("connect.sid").sendStatus(204);
}
app.post("/auth/logout", (req, res) => {
  res.clearCookie("sid");
  // ruleid: javascript.session-kept-at-sign-out
  res.json({ ok: true });
});
exports.logoutWell = (req, res) => {
  res.clearCookie("sid");
  // ok: javascript.session-kept-at-sign-out
  res.json({ ok: true });
};
app.get("/sign-out", (req, res) => {
  req.session.destroy(() => {
    // ok: javascript.session-kept-at-sign-out
    res.redirect("/login");
  });
});
app.post("/logout", (req, res, next) => {
  req.logout((error) => {
    if (error) return next(error);
    // ok: javascript.session-kept-at-sign-out
    res.redirect("/");
  });
});
// A token that the browser holds: there is no session to end.
const logout = (req, res) => {
  res.clearCookie("access_token");
  // ok: javascript.session-kept-at-sign-out
  res.redirect("/");
};
async function logOut(req, res) {
  await sessions.end(req.session.id);
  // ok: javascript.session-kept-at-sign-out
  res.redirect("/");
}
// The page that asks.
app.get("/logout/confirm", (req, res) => {
  // ok: javascript.session-kept-at-sign-out
  res.render("logout");
});
app.post("/users/logout", closeAll, (req, res) => {
  // ok: javascript.session-kept-at-sign-out
  res.redirect("/");
});
app.get("/old/logout", (req, res) => {
  // ok: javascript.session-kept-at-sign-out
  res.redirect("/users/logout");
});
const signout = (req, res) => {
  leave(req);
  // ok: javascript.session-kept-at-sign-out
  res.redirect("/");
};
