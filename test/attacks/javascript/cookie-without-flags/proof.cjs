// A script of the page reads the session, and it is sent in clear text (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.session-cookie-without-flags";

const cookie = (app) => support.serving(app, async (ask) => (await ask("/login")).headers["set-cookie"][0].split("; "));

exports.good = async (app) => (await cookie(app)).slice(0, 2);

exports.attack = async (app) => {
  const flags = await cookie(app);
  const absent = ["HttpOnly", "Secure"].filter((flag) => !flags.includes(flag));
  return absent.length > 0 ? absent : null;
};
