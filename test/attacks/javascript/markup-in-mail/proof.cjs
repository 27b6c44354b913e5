// A name in a form brings an element into a message (Express and the mail server stood in for).
const support = require("support.cjs");

exports.rule = "javascript.mail-html-injection";

const sent = async (app, name) => {
  const messages = [];
  app.transport.sendMail = async (message) => messages.push(message);
  await support.serving(app, (ask) => ask.json("/contact", { name }));
  return support.elements(messages[0].html);
};

exports.good = (app) => sent(app, "Ann");
exports.attack = async (app) => (await sent(app, "<a href='https://evil.test/'>Sign in</a>")).includes("a") || null;
