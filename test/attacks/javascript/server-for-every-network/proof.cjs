// The server answers at another address of the machine.
const http = require("node:http");

exports.rule = "javascript.bind-all-interfaces";

const ask = ({ listen }, host) =>
  new Promise((resolve) =>
    listen((server) => {
      const request = http.get({ host, port: server.address().port, agent: false }, (response) => {
        response.on("data", (text) => resolve(String(text)));
      });
      request.on("error", () => resolve(null));
    }),
  );

exports.good = (program) => ask(program, "127.0.0.1");

exports.attack = (program) => ask(program, "127.0.0.2");
