// The server asks an address that only it can reach (real fetch; Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.ssrf";

exports.good = (app) =>
  support.serving((request, response) => response.end("news"), (inner) => {
    app.allowed?.set(`127.0.0.1:${inner.port}`, `http://127.0.0.1:${inner.port}/news`);
    return support.serving(app, async (ask) => (await ask(`/preview?url=http://127.0.0.1:${inner.port}/news`)).text);
  });

exports.attack = (app) =>
  support.serving((request, response) => response.end("inner secret"), (inner) =>
    support.serving(app, async (ask) => {
      const { text } = await ask(`/preview?url=http://127.0.0.1:${inner.port}/admin`);
      return text.includes("inner secret") || null;
    }),
  );
