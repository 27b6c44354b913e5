// A script of the page reads the session, it is sent in clear text, and another site sends it along (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.insecure-cookie";

const cookies = (app) =>
  support.serving(app, async (ask) => [
    (await ask("/login")).headers["set-cookie"][0].split("; "),
    (await ask("/refresh")).headers["set-cookie"][0].split("; "),
    (await ask("/remember")).headers["set-cookie"][0].split("; "),
  ]);

exports.good = async (app) => (await cookies(app)).map((cookie) => cookie[0]);

exports.attack = async (app) => {
  const lax = (cookie) => cookie.some((part) => /^SameSite=(?:lax|strict)$/i.test(part));
  const open = (await cookies(app)).filter((cookie) => !cookie.includes("HttpOnly") || !cookie.includes("Secure") || !lax(cookie));
  return open.length > 0 ? open : null;
};
