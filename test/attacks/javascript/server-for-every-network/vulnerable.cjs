const http = require("http");

exports.listen = (done) => {
  const server = http.createServer((req, res) => res.end("hello"));
  server.listen(0, "0.0.0.0", () => done(server));
};
