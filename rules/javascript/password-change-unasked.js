exports.changePassword = async (req, res) => {
  const me = await users.get(req.user.id);
  // ruleid: javascript.password-change-unasked
  me.hash = await bcrypt.hash(String(req.body.newPassword), 12);
  await users.save(me);
};
async function updatePassword(ctx) {
  const { password } = ctx.request.body;
  // ruleid: javascript.password-change-unasked
  await db.query("UPDATE users SET hash = $1 WHERE id = $2", [await argon2.hash(password), ctx.state.user.id]);
}
app.post("/account/change-password", requireLogin, async (req, res) => {
  // ruleid: javascript.password-change-unasked
  await User.updateOne({ _id: req.session.userId }, { hash: await bcrypt.hash(req.body.password, 12) });
  res.sendStatus(204);
});
exports.resetPassword = async (req, res) => {
  const { email, newPassword } = req.body;
  const user = await User.findOne({ email: String(email) });
  // ruleid: javascript.password-change-unasked
  user.hash = await bcrypt.hash(newPassword, 12);
  await user.save();
};
app.post("/reset-password", async (req, res) => {
  const user = await users.byEmail(String(req.body.email));
  // ruleid: javascript.password-change-unasked
  await users.store(user, await hashPassword(req.body.password));
  res.sendStatus(204);
});

exports.changePasswordWell = exports.changePassword = async (req, res) => {
  const me = await users.get(req.user.id);
  if (!(await bcrypt.compare(String(req.body.oldPassword), me.hash))) return res.sendStatus(403);
  // ok: javascript.password-change-unasked
  me.hash = await bcrypt.hash(String(req.body.newPassword), 12);
  await users.save(me);
};
// Whoever registers has none yet.
exports.register = async (req, res) => {
  // ok: javascript.password-change-unasked
  await User.create({ email: String(req.body.email), hash: await bcrypt.hash(req.body.password, 12) });
};
// The link of the mail proves it.
exports.reset = async (req, res) => {
  const { email, token, newPassword } = req.body;
  const user = await User.findOne({ email: String(email), resetToken: String(token) });
  // ok: javascript.password-change-unasked
  user.hash = await bcrypt.hash(newPassword, 12);
  await user.save();
};
// A helper that others call after they asked.
async function setPassword(user, password) {
  // ok: javascript.password-change-unasked
  user.hash = await bcrypt.hash(password, 12);
  await user.save();
}
app.post("/me/change-password", requireLogin, recentlySignedIn, async (req, res) => {
  // ok: javascript.password-change-unasked
  await User.updateOne({ _id: req.session.userId }, { hash: await bcrypt.hash(req.body.password, 12) });
});
module.exports.updatePassword = async (req, res) => {
  const me = await users.get(req.user.id);
  if (!(await knows(me, req.body.secret))) return res.sendStatus(403);
  // ok: javascript.password-change-unasked
  me.hash = await argon2.hash(req.body.newPassword);
};
router.post("/account/password", requireUser, limiter, async (req, res) => {
  const { currentPassword, newPassword } = req.body;
  // ruleid: javascript.password-change-unasked
  await users.setHash(req.user.id, await argon2.hash(newPassword));
  res.sendStatus(204);
});
router.post("/account/password", requireUser, limiter, async (req, res) => {
  const { currentPassword, newPassword } = req.body;
  const user = await users.byId(req.user.id);
  if (!(await argon2.verify(user.hash, currentPassword))) return res.sendStatus(403);
  // ok: javascript.password-change-unasked
  await users.setHash(req.user.id, await argon2.hash(newPassword));
  res.sendStatus(204);
});
router.post("/account/password", requireUser, requireRecentLogin, async (req, res) => {
  // ok: javascript.password-change-unasked
  await users.setHash(req.user.id, await argon2.hash(req.body.newPassword));
  res.sendStatus(204);
});
