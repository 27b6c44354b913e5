// A client that takes any certificate talks to a server that nobody vouches for (real TLS).
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const http = require("node:http");
const https = require("node:https");
const path = require("node:path");

exports.rule = "javascript.tls-verification-off";

const served = async (server, scheme, read) => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await read(`${scheme}://127.0.0.1:${server.address().port}/`);
  } catch {
    return null;
  } finally {
    server.close();
  }
};

exports.good = ({ read }) => served(http.createServer((req, res) => res.end("news")), "http", read);

exports.attack = ({ read }) => {
  execFileSync("/usr/bin/python3", [path.join(__dirname, "../../../fixes/certificates.py"), "."]);
  const identity = { key: fs.readFileSync("attacker.key"), cert: fs.readFileSync("attacker.crt") };
  return served(https.createServer(identity, (req, res) => res.end("forged")), "https", read);
};
