// What proofs in JavaScript share: servers on loopback with a free port, a browser, files of other people.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const http = require("node:http");
const https = require("node:https");
const path = require("node:path");

/** A file that only the program itself may read; gives its path. */
exports.own = (name, text) => {
  fs.mkdirSync("private", { recursive: true });
  fs.writeFileSync(path.join("private", name), text);
  return path.resolve("private", name);
};

/** Runs `use` with ask(path, {method, headers, body}) on a server for the application, which answers `{status, headers, text}`. */
exports.serving = async (app, use) => {
  const server = http.createServer(app);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const ask = (target, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port, path: target, method, headers, agent: false };
      const request = http.request(options, (response) => {
        let text = "";
        response.on("data", (chunk) => (text += chunk));
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
      });
      request.on("error", reject).end(body);
    });
  ask.json = (target, value) =>
    ask(target, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });
  ask.port = port;
  try {
    return await use(ask);
  } finally {
    server.close();
  }
};

/** Names of the elements of a page, as a parser sees them. */
exports.elements = (html) => {
  const { parse } = require("parse5");
  const names = new Set();
  const visit = (node) => {
    if (node.tagName) names.add(node.tagName);
    (node.childNodes ?? []).forEach(visit);
  };
  visit(parse(html));
  return [...names].sort();
};

let browser;

/** Opens `<body>` with the script in a real browser at an address with this end, and gives what `read` reads there. */
exports.inBrowser = async (body, script, end, read) => {
  const { chromium } = require("playwright-core");
  // One for good use and the attack; it ends with the process.
  browser ??= await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const app = (request, response) => response.setHeader("Content-Type", "text/html").end(`<body>${body}<script>${script}</script>`);
  return exports.serving(app, async (ask) => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${ask.port}/${end}`);
    await page.waitForTimeout(100);
    const value = await page.evaluate(read);
    await page.close();
    return value;
  });
};

async function readFrom(server, scheme, read) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await read(`${scheme}://127.0.0.1:${server.address().port}/`);
  } catch {
    return null;
  } finally {
    server.close();
  }
}

/** What `read` gets from a server in plain text. */
exports.readPlain = (read) => readFrom(http.createServer((req, res) => res.end("news")), "http", read);

/** What `read` gets from a server whose certificate nobody vouches for; `null`: it refuses (real TLS). */
exports.readUnvouched = (read) => {
  execFileSync("/usr/bin/python3", [path.join(__dirname, "../fixes/certificates.py"), "."]);
  const identity = { key: fs.readFileSync("attacker.key"), cert: fs.readFileSync("attacker.crt") };
  return readFrom(https.createServer(identity, (req, res) => res.end("forged")), "https", read);
};
