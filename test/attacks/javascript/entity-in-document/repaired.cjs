const libxmljs = require("libxmljs2");

exports.title = (xml) => libxmljs.parseXml(xml, { nonet: true }).get("//title").text();
