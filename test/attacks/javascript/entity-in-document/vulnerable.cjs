const libxmljs = require("libxmljs2");

exports.title = (xml) => libxmljs.parseXml(xml, { noent: true }).get("//title").text();
