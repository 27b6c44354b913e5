router.post("/recover", limiter, async (req, res) => {
  const user = await users.byEmail(req.body.email);
  // ruleid: javascript.recovery-by-question
  if (user.securityAnswer !== req.body.answer) return res.sendStatus(403);
  await users.setPassword(user.id, req.body.password);
  res.end();
});
async function recover(email, motherMaidenName, newPassword) {
  const user = await users.byEmail(email);
  // ruleid: javascript.recovery-by-question
  if (user && user.motherMaidenName === motherMaidenName) await users.setPassword(user.id, newPassword);
}
const unlock = async (input) => {
  const account = await accounts.find(input.name);
  // ruleid: javascript.recovery-by-question
  if (await bcrypt.compare(input.answer, account.securityAnswerHash)) return issueToken(account);
  throw new Error("wrong");
};
router.post("/recover-by-mail", limiter, async (req, res) => {
  const user = await users.byEmail(req.body.email);
  // ok: javascript.recovery-by-question
  if (user.resetToken !== req.body.token) return res.sendStatus(403);
  await users.setPassword(user.id, req.body.password);
});
async function score(quiz, answer) {
  // ok: javascript.recovery-by-question
  return quiz.correctAnswer === answer ? 1 : 0;
}
async function changeAnswer(user, input) {
  // ok: javascript.recovery-by-question
  if (user.securityAnswer === undefined) await tell(user);
  // ok: javascript.recovery-by-question
  user.favouriteColour = input.favouriteColour;
}
