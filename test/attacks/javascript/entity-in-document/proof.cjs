// A document type names a file of the server, and the entity is its text (libxml2 itself, through Python's lxml).
const fs = require("node:fs");

exports.rule = "javascript.xml-external-entities";

exports.good = (program) => program.title("<book><title>Weather</title></book>");
exports.attack = (program) => {
  fs.writeFileSync("secret.txt", "for nobody");
  const text = program.title(`<!DOCTYPE book [<!ENTITY x SYSTEM "file://${process.cwd()}/secret.txt">]><book><title>&x;</title></book>`);
  return text.includes("for nobody") || null;
};
