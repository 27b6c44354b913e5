app.post("/forgot", async (req, res) => {
  const link = `https://${req.headers.host}/reset/${token}`;
  // ruleid: javascript.link-from-host-header
  await transporter.sendMail({ to: user.email, subject: "Reset", html: `<a href="${link}">Reset</a>` });
  // ruleid: javascript.link-from-host-header
  await sendResetEmail(user.email, "https://" + req.get("host") + "/reset/" + token);
  res.end();
});

app.post("/forgot2", async (req, res) => {
  // ruleid: javascript.link-from-host-header
  await mailer.send({ to: user.email, text: `${req.protocol}://${req.hostname}/reset/${token}` });
  // ok: javascript.link-from-host-header
  await sendResetEmail(user.email, `${process.env.SITE_URL}/reset/${token}`);
  // ok: javascript.link-from-host-header
  await transporter.sendMail({ to: user.email, html: `<a href="${SITE}/reset/${token}">Reset</a>` });
  // ok: javascript.link-from-host-header
  logger.info(req.headers.host);
  res.end();
});

app.post("/invite", async (req, res) => {
  const link = `${req.protocol}://${req.headers.host}/join?code=${code}`;
  // ruleid: javascript.link-from-host-header
  await mail(req.body.to, "Invitation", `Join at ${link}`);
  // ruleid: javascript.link-from-host-header
  await this.mailer.sendInvitation(req.body.to, { link });
  // ok: javascript.link-from-host-header
  await mail(req.body.to, "Invitation", `Join at ${process.env.SITE_URL}/join?code=${code}`);
  // ok: javascript.link-from-host-header
  res.json({ link });
});
