const id = new URLSearchParams(location.search).get("id");
// ruleid: javascript.xpath-injection
document.evaluate("//item[@id='" + id + "']", document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null);
// ruleid: javascript.xpath-injection
document.evaluate(`//a[@name='${location.hash.slice(1)}']`, document, null, 9, null);
// ok: javascript.xpath-injection
document.evaluate("//item[@id='first']", document, null, 9, null);
// ok: javascript.xpath-injection
document.evaluate(`//item[${Number(id)}]`, document, null, 9, null);
const row = location.hash.slice(1);
// ok: javascript.xpath-injection
document.evaluate(`//tr[@id="${CSS.escape(row)}"]`, document);
