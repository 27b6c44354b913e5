// What somebody wrote brings a script into the page of everybody, put into a list first (Express and the database stood in for).
const support = require("support.cjs");

exports.rule = "javascript.html-from-stored-data";

const page = (app, message) => {
  app.locals.entries = [{ message: "Hello" }, { message }];
  return support.serving(app, async (ask) => support.elements((await ask("/")).text));
};

exports.good = (app) => page(app, "Nice & tidy");
exports.attack = async (app) => (await page(app, "<script>steal()</script>")).includes("script") || null;
