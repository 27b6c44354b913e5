const nodemailer = require("nodemailer");
const transport = nodemailer.createTransport({ sendmail: true });

app.post("/contact", async (req, res) => {
  const { from, subject, text } = req.body;
  const raw = `From: ${from}\r\nTo: team@example.com\r\nSubject: ${subject}\r\n\r\n${text}`;
  // ruleid: javascript.mail-header-injection
  await transport.sendMail({ envelope, raw });
  // ruleid: javascript.mail-header-injection
  await ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from("Subject: " + subject + "\n\nhello") } }));
  // ok: javascript.mail-header-injection
  await transport.sendMail({ from: "web@example.com", to: "team@example.com", subject, text });
  const line = subject.replace(/[\r\n]+/g, " ");
  // ok: javascript.mail-header-injection
  await transport.sendMail({ envelope, raw: `To: team@example.com\r\nSubject: ${line}\r\n\r\nhello` });
  res.end();
});

http.createServer((req, res) => {
  const to = new URL(req.url, "http://localhost").searchParams.get("to");
  const smtp = net.connect(25, "127.0.0.1");
  // ruleid: javascript.mail-header-injection
  smtp.write(`RCPT TO:<${to}>\r\n`);
  // ok: javascript.mail-header-injection
  smtp.write("RCPT TO:<team@example.com>\r\n");
});
app.post("/notices", async (req, res) => {
  // ruleid: javascript.mail-header-injection
  await transport.sendMail({ from: SENDER, raw: { content: "Subject: " + req.body.subject + "\r\n\r\nHello" } });
});
function tell(req, res) {
  const mail = spawn("/usr/sbin/sendmail", ["-t"]);
  // ruleid: javascript.mail-header-injection
  mail.stdin.write("To: team@example.com\nSubject: " + req.body.subject + "\n\n" + req.body.text);
  // ok: javascript.mail-header-injection
  mail.stdin.write("To: team@example.com\nSubject: contact\n\n" + req.body.text);
}
