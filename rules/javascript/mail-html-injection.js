const nodemailer = require("nodemailer");
const escapeHtml = require("escape-html");
const ejs = require("ejs");
const sgMail = require("@sendgrid/mail");
const transport = nodemailer.createTransport(process.env.SMTP_URL);

app.post("/contact", async (req, res) => {
  const { name, message } = req.body;
  await transport.sendMail({
    to: "team@example.com",
    subject: "Contact",
    // ruleid: javascript.mail-html-injection
    html: `<p>${name}</p><p>${message}</p>`,
  });
  res.end();
});

app.post("/share", async (req, res) => {
  let html = "<h1>Somebody shares a page</h1>";
  html += "<p>" + req.body.note + "</p>";
  // ruleid: javascript.mail-html-injection
  await sgMail.send({ to: req.user.email, from: "site@example.com", subject: "Shared", html });
  res.end();
});

app.post("/invite", async (req, res) => {
  const mail = {
    to: req.user.email,
    subject: "Invitation",
    // ruleid: javascript.mail-html-injection
    html: ["<p>", req.body.text, "</p>"].join(""),
  };
  await queue.add("mail", mail);
  res.end();
});

app.post("/escaped", async (req, res) => {
  await transport.sendMail({
    to: "team@example.com",
    subject: "Contact",
    // ok: javascript.mail-html-injection
    html: `<p>${escapeHtml(req.body.name)}</p>`,
    text: `From ${req.body.name}`,
  });
  res.end();
});

app.post("/rendered", async (req, res) => {
  const html = await ejs.renderFile("mails/contact.ejs", { name: req.body.name });
  // ok: javascript.mail-html-injection
  await transport.sendMail({ to: "team@example.com", subject: "Contact", html });
  res.end();
});

app.post("/plain", async (req, res) => {
  // ok: javascript.mail-html-injection
  await transport.sendMail({ to: "team@example.com", subject: req.body.subject, text: req.body.message });
  res.end();
});

app.get("/verify", async (req, res) => {
  const link = `https://example.com/verify?mail=${encodeURIComponent(req.query.mail)}`;
  // ok: javascript.mail-html-injection
  await transport.sendMail({ to: req.user.email, subject: "Verify", html: `<a href="${link}">Verify</a>` });
  res.end();
});

app.post("/contact", async (req, res) => {
  // ruleid: javascript.mail-html-injection
  await transport.sendMail({ to: TEAM, html: `<a href="mailto:${req.query.mail}">Answer</a>` });
  res.end();
});
