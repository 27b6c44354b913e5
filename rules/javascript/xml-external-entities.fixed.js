import libxmljs from "libxmljs2";

// ruleid: javascript.xml-external-entities
const order = libxmljs.parseXml(body, { noent: false });
// ruleid: javascript.xml-external-entities
const feed = libxmljs.parseXmlString(body, { nonet: true, noent: false });
// ruleid: javascript.xml-external-entities
const doc = libxmljs.parseXml(body, { dtdload: false });
// ok: javascript.xml-external-entities
const safe = libxmljs.parseXml(body);
// ok: javascript.xml-external-entities
const off = libxmljs.parseXml(body, { noent: false });
// ok: javascript.xml-external-entities
const clean = libxmljs.parseXml(body, { noblanks: true });

const expanding = { noent: true, nonet: false };
// ruleid: javascript.xml-external-entities
const expanded = libxml.parseXml(text, expanding);
const plain = { noent: false, nonet: true };
// ok: javascript.xml-external-entities
const parsed = libxml.parseXml(text, plain);
