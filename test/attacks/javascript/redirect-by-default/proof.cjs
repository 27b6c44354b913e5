// A link to the own site leads to another one, where an address stands for none (Express stood in for).
const support = require("support.cjs");

exports.rule = "javascript.open-redirect";

exports.good = (app) => support.serving(app, async (ask) => (await ask("/login?next=/orders")).headers.location);

exports.attack = (app) =>
  support.serving(app, async (ask) => {
    for (const place of ["https://evil.test/", "//evil.test/", "/%5Cevil.test/"]) {
      const target = new URL((await ask(`/login?next=${place}`)).headers.location, "http://shop.test/");
      if (target.host !== "shop.test") return target.href;
    }
    return null;
  });
