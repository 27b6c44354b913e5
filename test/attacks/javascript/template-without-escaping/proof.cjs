// A name brings a script into a page of a template (Express and Nunjucks stood in for, read by a real parser).
const support = require("support.cjs");

exports.rule = "javascript.escaping-off";

const page = (app, name) => support.serving(app, async (ask) => support.elements((await ask(`/?name=${encodeURIComponent(name)}`)).text));

exports.good = (app) => page(app, "Ann");
exports.attack = async (app) => (await page(app, "<script>steal()</script>")).includes("script") || null;
