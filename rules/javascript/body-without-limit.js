const http = require("node:http");

http.createServer((req, res) => {
  let body = "";
  // ruleid: javascript.body-without-limit
  req.on("data", (chunk) => { body += chunk; });
  req.on("end", () => res.end(body));
});

http.createServer((req, res) => {
  const chunks = [];
  // ruleid: javascript.body-without-limit
  req.on("data", (chunk) => chunks.push(chunk));
  // ok: javascript.body-without-limit
  req.on("end", () => res.end(Buffer.concat(chunks)));
});

const server = http.createServer(function (request, response) {
  let text = "";
  // ruleid: javascript.body-without-limit
  request.on("data", function (part) { text += part; });
});

http.createServer((req, res) => {
  let body = "";
  // ok: javascript.body-without-limit
  req.on("data", (chunk) => {
    body += chunk;
    if (body.length > 100_000) req.destroy();
  });
});

http.get("http://localhost/status", (answer) => {
  let text = "";
  // ok: javascript.body-without-limit
  answer.on("data", (chunk) => { text += chunk; });
});

// ruleid: javascript.body-without-limit
app.use(express.json({ limit: "500mb" }));
// ruleid: javascript.body-without-limit
app.use(bodyParser.urlencoded({ extended: true, limit: Infinity }));
// ok: javascript.body-without-limit
app.use(express.json({ limit: "1mb" }));

const readBody = (req) => new Promise((resolve) => {
  let body = "";
  // ruleid: javascript.body-without-limit
  req.on("data", (chunk) => { body += chunk; });
  req.on("end", () => resolve(body));
});
const readSome = (req) => new Promise((resolve, reject) => {
  let body = "";
  // ok: javascript.body-without-limit
  req.on("data", (chunk) => { body += chunk; if (body.length > 1e5) req.destroy(); });
  req.on("end", () => resolve(body));
});

// ruleid: javascript.body-without-limit
const huge = Fastify({ logger: true, bodyLimit: Number.MAX_SAFE_INTEGER });
// ok: javascript.body-without-limit
const small = Fastify({ logger: true, bodyLimit: 256 * 1024 });

async function read(req) {
  const chunks = [];
  // ruleid: javascript.body-without-limit
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function readSome(req) {
  const chunks = [];
  let size = 0;
  // ok: javascript.body-without-limit
  for await (const chunk of req) {
    size += chunk.length;
    if (size > LIMIT) throw new Error("too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
