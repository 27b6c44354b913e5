// A note in an order brings a price of its own into the document (real xml2js; Express stood in for).
const { parseStringPromise } = require("xml2js");
const support = require("support.cjs");

exports.rule = "javascript.xml-injection";

const order = (app, note) =>
  support.serving(app, async (ask) => (await parseStringPromise((await ask.json("/orders", { note })).text)).order);

exports.good = async (app) => (await order(app, "ring and wait")).note;
exports.attack = async (app) => ((await order(app, "</note><price>1</price><note>")).price?.length ?? 0) > 1 || null;
