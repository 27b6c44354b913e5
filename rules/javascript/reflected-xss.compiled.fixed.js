const Handlebars = require("handlebars");

exports.preview = (req, res) => {
  const html = Handlebars.compile(req.body.template)({ name: req.user.name });
  // ruleid: javascript.reflected-xss
  res.send(html);
};

exports.page = (req, res) => {
  const page = Handlebars.compile("<p>{{name}}</p>");
  // ok: javascript.reflected-xss
  res.send(page({ name: "ann" }));
};
