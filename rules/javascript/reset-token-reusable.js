// ruleid: javascript.reset-token-reusable
router.post("/reset-password", limiter, async (req, res) => {
  const row = await prisma.resetToken.findUnique({ where: { token: String(req.body.token) } });
  if (!row || row.expiresAt < new Date()) return res.status(400).json({ error: "Invalid link" });
  await prisma.user.update({ where: { id: row.userId }, data: { password: await hash(req.body.password) } });
  res.json({ ok: true });
});
// ruleid: javascript.reset-token-reusable
async function resetPassword(token, password) {
  const reset = await PasswordReset.findOne({ token });
  if (!reset) throw new Error("invalid");
  const user = await User.findById(reset.user);
  user.password = await bcrypt.hash(password, 12);
  await user.save();
}
// ruleid: javascript.reset-token-reusable
const handlePasswordReset = async (c) => {
  const { token, password } = await c.req.json();
  const row = await db.tokens.findFirst({ where: { token } });
  if (!row) return c.json({}, 400);
  await users.setPassword(row.userId, password);
  return c.json({});
};
// Used up with the new password.
// ok: javascript.reset-token-reusable
router.post("/reset-password", limiter, async (req, res) => {
  const row = await prisma.resetToken.findUnique({ where: { token: String(req.body.token) } });
  if (!row || row.expiresAt < new Date()) return res.status(400).json({ error: "Invalid link" });
  await prisma.user.update({ where: { id: row.userId }, data: { password: await hash(req.body.password) } });
  await prisma.resetToken.delete({ where: { token: row.token } });
  res.json({ ok: true });
});
// ok: javascript.reset-token-reusable
async function resetPasswordOnce(token, password) {
  const reset = await PasswordReset.findOne({ token, usedAt: null });
  if (!reset) throw new Error("invalid");
  reset.usedAt = new Date();
  await reset.save();
  await users.setPassword(reset.user, password);
}
// Who is signed in, and no token.
// ok: javascript.reset-token-reusable
async function resetPasswordOf(id, password) {
  const user = await User.findOne({ id });
  user.password = await bcrypt.hash(password, 12);
  await user.save();
}
// Only asks whether the link is good.
// ok: javascript.reset-token-reusable
router.post("/check-reset-password", async (req, res) => {
  const row = await prisma.resetToken.findUnique({ where: { token: String(req.body.token) } });
  res.json({ good: row !== null });
});
// What was asked for is done.
// ok: javascript.reset-token-reusable
async function resetPasswordByLink(token, password) {
  const reset = await prisma.resetToken.findFirst({ where: { token } });
  if (!reset || reset.status !== "open") throw new Error("invalid");
  await prisma.user.update({ where: { id: reset.userId }, data: { password: await hash(password) } });
  await prisma.resetToken.update({ where: { id: reset.id }, data: { status: "done" } });
}
// ok: javascript.reset-token-reusable
const resetPasswordAndForget = async (token, password) => {
  const reset = await Token.findOne({ token });
  await users.setPassword(reset.userId, password);
  await redeem(reset);
};
// ok: javascript.reset-token-reusable
async function resetPasswordOfVersion(token, password) {
  const reset = await Token.findOne({ token });
  if (reset.passwordVersion !== (await versionOf(reset.userId))) throw new Error("old");
  await users.setPassword(reset.userId, password);
}
// By queries: the column keeps what was sent.
// ruleid: javascript.reset-token-reusable
router.post("/password-reset", limiter, async (req, res) => {
  const { rows } = await pool.query("SELECT id FROM users WHERE reset_token = $1 AND reset_expires > now()", [req.body.token]);
  if (!rows.length) return res.status(400).json({ error: "Invalid link" });
  await pool.query("UPDATE users SET password_hash = $1 WHERE id = $2", [await argon2.hash(req.body.password), rows[0].id]);
  res.sendStatus(204);
});
// ruleid: javascript.reset-token-reusable
async function resetPasswordInTable(token, password) {
  const [row] = await db.query("SELECT user_id FROM password_resets WHERE token = ?", [token]);
  if (!row) throw new Error("invalid");
  await db.query("UPDATE users SET password = ? WHERE id = ?", [await bcrypt.hash(password, 12), row.user_id]);
}
// ruleid: javascript.reset-token-reusable
async function resetPasswordOfAccount(token, password) {
  const user = await User.findOne({ resetPasswordToken: token, resetPasswordExpires: { $gt: Date.now() } });
  if (!user) throw new Error("invalid");
  user.password = await bcrypt.hash(password, 12);
  await user.save();
}
// ok: javascript.reset-token-reusable
router.post("/password-reset", limiter, async (req, res) => {
  const { rows } = await pool.query("SELECT id FROM users WHERE reset_token = $1 AND reset_expires > now()", [req.body.token]);
  if (!rows.length) return res.status(400).json({ error: "Invalid link" });
  await pool.query("UPDATE users SET password_hash = $1, reset_token = NULL WHERE id = $2", [await argon2.hash(req.body.password), rows[0].id]);
  res.sendStatus(204);
});
// ok: javascript.reset-token-reusable
async function resetPasswordInTableOnce(token, password) {
  const [row] = await db.query("SELECT user_id FROM password_resets WHERE token = ?", [token]);
  if (!row) throw new Error("invalid");
  await db.query("UPDATE users SET password = ? WHERE id = ?", [await bcrypt.hash(password, 12), row.user_id]);
  await db.query("DELETE FROM password_resets WHERE user_id = ?", [row.user_id]);
}
// ok: javascript.reset-token-reusable
async function resetPasswordOfAccountOnce(token, password) {
  const user = await User.findOne({ resetPasswordToken: token, resetPasswordExpires: { $gt: Date.now() } });
  if (!user) throw new Error("invalid");
  user.password = await bcrypt.hash(password, 12);
  user.resetPasswordToken = undefined;
  await user.save();
}
// Ended under another word, or with a parameter.
// ok: javascript.reset-token-reusable
app.post("/reset-password", async (req, res) => {
  const user = await users.findOne({ resetToken: hashed(req.body.token), resetUntil: { $gt: new Date() } });
  if (!user) return res.sendStatus(400);
  await users.updateOne({ _id: user._id }, { $set: { password: await bcrypt.hash(req.body.password, 12) }, $unset: { resetToken: 1 } });
  res.sendStatus(204);
});
// ok: javascript.reset-token-reusable
app.post("/password-reset", async (req, res) => {
  const { rows } = await pool.query("SELECT id FROM users WHERE reset_token = $1", [req.body.token]);
  if (!rows.length) return res.sendStatus(400);
  await pool.query("UPDATE users SET password = $1, reset_token = $2 WHERE id = $3", [await argon2.hash(req.body.password), null, rows[0].id]);
  res.sendStatus(204);
});
// ok: javascript.reset-token-reusable
async function resetPasswordOfModel(token, password) {
  const user = await User.findOne({ where: { resetToken: token } });
  if (!user) throw new Error("invalid");
  user.password = await bcrypt.hash(password, 12);
  user.set("resetToken", null);
  await user.save();
}
// ok: javascript.reset-token-reusable
async function resetPasswordAndDrop(token, password) {
  const reset = await passwordResets.findOne({ token });
  if (!reset) throw new Error("invalid");
  await users.update({ id: reset.userId, password: await bcrypt.hash(password, 12) });
  await passwordResets.erase(reset.id);
}
// What ends is something else.
// ruleid: javascript.reset-token-reusable
app.post("/reset-password", async (req, res) => {
  const user = await users.findOne({ resetToken: hashed(req.body.token) });
  if (!user) return res.sendStatus(400);
  await users.updateOne({ _id: user._id }, { $set: { password: await bcrypt.hash(req.body.password, 12) }, $unset: { failures: 1 } });
  res.sendStatus(204);
});
// ruleid: javascript.reset-token-reusable
app.post("/password-reset", async (req, res) => {
  const { rows } = await pool.query("SELECT id FROM users WHERE reset_token = $1", [req.body.token]);
  if (!rows.length) return res.sendStatus(400);
  await pool.query("UPDATE users SET password = $1, failures = 0 WHERE reset_token = $2", [await argon2.hash(req.body.password), req.body.token]);
  res.sendStatus(204);
});
