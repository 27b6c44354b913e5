const HOSTS = new Set(["cdn.example.com", "img.example.com"]);
const axios = require("axios");

app.post("/a", async (req, res) => {
  const address = new URL(req.body.image);
  if (address.protocol !== "https:" || !HOSTS.has(address.hostname)) return res.sendStatus(400);
  // ok: javascript.ssrf
  res.json((await axios.get(address.href)).data);
});

app.post("/b", async (req, res) => {
  const address = new URL(req.body.image);
  if (!HOSTS.has(address.hostname)) console.warn("an unknown host");
  // ruleid: javascript.ssrf
  res.json((await axios.get(address.href)).data);
});

app.post("/c", async (req, res) => {
  const address = new URL(req.body.image);
  if (address.host !== "cdn.example.com") {
    // ruleid: javascript.ssrf
    res.json((await axios.get(address.href)).data);
  }
});

app.post("/d", async (req, res) => {
  const address = new URL(req.body.image);
  // ok: javascript.ssrf
  if (address.host === "cdn.example.com") res.json((await axios.get(address.href)).data);
});

async function publicAddress(text) {
  const url = new URL(text);
  const { address } = await lookup(url.hostname);
  if (ipaddr.process(address).range() !== "unicast") throw new Error("not public");
  return url;
}
const assertPublic = async (text) => {
  const found = await dns.promises.lookup(new URL(text).hostname, { all: true });
  if (found.some(({ address }) => isPrivate(address))) throw new Error("not public");
};
async function trimmed(text) {
  return new URL(text.trim());
}

app.get("/looked-up", async (req, res) => {
  const target = await publicAddress(req.query.url);
  // ok: javascript.ssrf
  const page = await fetch(target);
  const { address } = req.query;
  await assertPublic(address);
  // ok: javascript.ssrf
  const other = await fetch(address);
  // ruleid: javascript.ssrf
  const third = await fetch(await trimmed(req.query.third));
  res.json([page.status, other.status, third.status]);
});

app.get("/below", async (req, res) => {
  const target = new URL(req.query.url);
  if (target.protocol !== "https:" || !target.hostname.endsWith(".hooks.example.com")) return res.sendStatus(400);
  // ok: javascript.ssrf
  const page = await fetch(target.href);
  const other = new URL(req.query.other);
  if (!/^(?:www|api)\.example\.com$/.test(other.hostname)) return res.sendStatus(400);
  // ok: javascript.ssrf
  const second = await fetch(other);
  const third = new URL(req.query.third);
  if (!third.hostname.endsWith("example.com")) return res.sendStatus(400);
  // ruleid: javascript.ssrf
  const last = await fetch(third);
  const fourth = new URL(req.query.fourth);
  if (!/example\.com/.test(fourth.hostname)) return res.sendStatus(400);
  // ruleid: javascript.ssrf
  await fetch(fourth);
  res.json([page.status, second.status, last.status]);
});

channel.consume("hooks", async (message) => {
  const hook = JSON.parse(message.content.toString());
  // ruleid: javascript.ssrf
  await fetch(hook.url);
});

app.post("/hooks/test", async (req, res) => {
  const { checked } = req.body;
  const second = new URL(checked);
  const { address } = await dns.promises.lookup(second.hostname);
  if (ipaddr.parse(address).range() !== "unicast") return res.sendStatus(400);
  // ok: javascript.ssrf
  await fetch(checked);
  const third = new URL(req.body.third);
  log.info(third.hostname);
  // ruleid: javascript.ssrf
  await fetch(req.body.third);
  res.sendStatus(204);
});

app.post("/read-twice", async (req, res) => {
  const host = new URL(req.body.url).hostname;
  if (!ALLOWED.includes(host)) return res.status(400).end();
  // ok: javascript.ssrf
  res.json(await (await fetch(req.body.url)).json());
});

app.post("/another-read", async (req, res) => {
  const host = new URL(req.body.url).hostname;
  if (!ALLOWED.includes(host)) return res.status(400).end();
  // ruleid: javascript.ssrf
  res.json(await (await fetch(req.body.callback)).json());
});

app.get("/parsed", async (req, res) => {
  const source = req.query.source;
  const parsed = url.parse(source);
  if (!ALLOWED_HOSTS.has(parsed.hostname)) return res.sendStatus(400);
  // ok: javascript.ssrf
  res.send((await axios({ url: source, method: "GET" })).data);
});

app.get("/parsed/protocol", async (req, res) => {
  const source = req.query.source;
  const parsed = url.parse(source);
  if (parsed.protocol !== "https:") return res.sendStatus(400);
  // ruleid: javascript.ssrf
  res.send((await axios({ url: source, method: "GET" })).data);
});
