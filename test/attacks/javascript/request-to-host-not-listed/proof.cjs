// The server asks a host that is not in its own list (real fetch; Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.ssrf";

const ask = (app, host) =>
  support.serving((request, response) => response.end("page"), (inner) =>
    support.serving(app, async (get) => {
      const answer = await get(`/preview?url=http://${host}:${inner.port}/page`).catch(() => undefined);
      return answer?.status === 200 ? answer.text : null;
    }),
  );

exports.good = (app) => ask(app, "127.0.0.1");

exports.attack = (app) => ask(app, "localhost");
