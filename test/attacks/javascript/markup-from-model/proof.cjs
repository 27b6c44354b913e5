// An answer of a language model brings a script into a page (the model stood in for, read by a real parser).
const support = require("support.cjs");

exports.rule = "javascript.html-from-model-output";

const saying = (content) => ({ chat: { completions: { create: async () => ({ choices: [{ message: { content } }] }) } } });

exports.good = async (program) => {
  const page = await program.page(saying("Rain at noon"));
  return [support.elements(page), page.includes("Rain at noon")];
};

exports.attack = async (program) => {
  const page = await program.page(saying("<script>steal()</script>"));
  return support.elements(page).includes("script") || null;
};
