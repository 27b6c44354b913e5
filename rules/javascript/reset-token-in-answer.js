const express = require("express");
const crypto = require("node:crypto");
const { users, mails } = require("./services");

const app = express();

app.post("/forgot", async (req, res) => {
  const token = crypto.randomBytes(32).toString("hex");
  await users.setReset(req.body.email, token);
  // ruleid: javascript.reset-token-in-answer
  res.json({ ok: true, token });
});

app.post("/api/password/request-reset", async (req, res) => {
  const user = await users.byEmail(req.body.email);
  user.resetToken = crypto.randomUUID();
  await user.save();
  // ruleid: javascript.reset-token-in-answer
  return res.status(200).send({ message: "Look into your mail", resetToken: user.resetToken });
});

router.post("/forgot-password", async (ctx) => {
  const code = String(crypto.randomInt(100000, 1000000));
  await mails.reset(ctx.request.body.email, code);
  // ruleid: javascript.reset-token-in-answer
  ctx.body = { sent: true, code };
});

fastify.post("/account/recover", async (request) => {
  const resetLink = await users.resetLink(request.body.email);
  // ruleid: javascript.reset-token-in-answer
  return { resetLink };
});

const forgotPassword = async (req, res) => {
  const token = await users.newReset(req.body.email);
  // ruleid: javascript.reset-token-in-answer
  res.json({ token });
};

app.post("/forgot", async (req, res) => {
  const token = await users.newReset(req.body.email);
  await mails.reset(req.body.email, token);
  // ok: javascript.reset-token-in-answer
  res.json({ message: "If the address is known, a mail is on its way." });
});

app.post("/forgot", async (req, res) => {
  try {
    await users.newReset(req.body.email);
    // ok: javascript.reset-token-in-answer
    res.json({ code: "mail_sent" });
  } catch (error) {
    // ok: javascript.reset-token-in-answer
    res.status(500).json({ code: error.code });
  }
});

app.post("/login", async (req, res) => {
  const token = await users.signIn(req.body.email, req.body.password);
  // ok: javascript.reset-token-in-answer
  res.json({ token });
});

app.post("/forgot", async (req, res) => {
  const token = await users.newReset(req.body.email);
  if (process.env.NODE_ENV === "test") {
    // ok: javascript.reset-token-in-answer
    return res.json({ token });
  }
  res.sendStatus(204);
});

module.exports = { forgotPassword };
