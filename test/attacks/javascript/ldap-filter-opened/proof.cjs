// A star in a request finds everybody (Express stood in for; the filter is read by the real ldap3 with its own directory in memory).
const support = require("support.cjs");

exports.rule = "javascript.ldap-injection";

const found = (app, name) => support.serving(app, async (ask) => JSON.parse((await ask(`/people?name=${encodeURIComponent(name)}`)).text));

exports.good = (app) => found(app, "ann");
exports.attack = async (app) => ((await found(app, "*")).length > 1 ? "everybody" : null);
