// A connection is talked down to TLS 1.0 (real TLS).
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const tls = require("node:tls");
const path = require("node:path");

exports.rule = "javascript.old-tls-version";

const connect = ({ start }, maxVersion) =>
  new Promise((resolve) => {
    execFileSync("/usr/bin/python3", [path.join(__dirname, "../../../fixes/certificates.py"), "."]);
    const server = start({ key: fs.readFileSync("server.key"), cert: fs.readFileSync("server.crt") }, (req, res) => res.end());
    server.listen(0, "127.0.0.1", () => {
      const options = { port: server.address().port, host: "127.0.0.1", ca: fs.readFileSync("authority.crt"), maxVersion };
      const socket = tls.connect({ ...options, minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" }, () => {
        resolve(socket.getProtocol());
        socket.destroy();
        server.close();
      });
      socket.on("error", () => resolve(null));
    });
  });

exports.good = (program) => connect(program, "TLSv1.3");

exports.attack = (program) => connect(program, "TLSv1");
