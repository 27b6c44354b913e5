const xpath = require("xpath");

function findUser(tree, name) {
  // ruleid: javascript.xpath-from-parameter
  return xpath.select("//user[name='" + name + "']", tree);
}

function check(tree, name, password) {
  const expression = `//user[name='${name}' and password='${password}']`;
  // ruleid: javascript.xpath-from-parameter
  return xpath.select1(expression, tree);
}

// ruleid: javascript.xpath-from-parameter
const parsed = (name) => xpath.parse(`//user[@id='${name}']`);

function withVariable(tree, name) {
  // ok: javascript.xpath-from-parameter
  return xpath.parse("//user[name=$name]").select({ node: tree, variables: { name } });
}

function byPosition(tree, position) {
  // ok: javascript.xpath-from-parameter
  return xpath.select(`//user[${Number(position)}]`, tree);
}

function fixed(tree, name) {
  // ok: javascript.xpath-from-parameter
  return xpath.select("//user", tree);
}

function inDocument(tree, id) {
  // ruleid: javascript.xpath-from-parameter
  return tree.find(`//order[@id='${id}']`);
}

function overTheWeb(client, id) {
  // ok: javascript.xpath-from-parameter
  return client.get(`https://orders.example/orders/${id}`);
}
