// Stands for libxmljs2 on the same libxml2 with the same options, through Python's lxml: parseXml(text, {noent, dtdload}).get(path).text().
const { execFileSync } = require("node:child_process");

const program = `
import json, sys
from lxml import etree
text, path, options = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
parser = etree.XMLParser(resolve_entities=options.get("noent", False), load_dtd=options.get("dtdload", False), no_network=True)
print(json.dumps(etree.fromstring(text.encode(), parser).find("." + path).text or ""))
`;

exports.parseXml = (text, options = {}) => ({
  get: (path) => ({
    text: () => JSON.parse(execFileSync("/usr/bin/python3", ["-c", program, text, path, JSON.stringify(options)], { encoding: "utf8" })),
  }),
});
