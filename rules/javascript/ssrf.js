import axios from "axios";
import http from "node:http";

app.get("/preview", async (req, res) => {
  // ruleid: javascript.ssrf
  const page = await fetch(req.query.url);
  res.json(await page.text());
});

app.post("/webhook", async (req, res) => {
  const { target } = req.body;
  // ruleid: javascript.ssrf
  await axios.post(target, { done: true });
  // ruleid: javascript.ssrf
  await axios({ method: "get", url: `https://${req.body.host}/status` });
  // ruleid: javascript.ssrf
  http.get("http://" + req.body.host + ":8080/health", () => res.end());
});

app.get("/user/:id", async (req, res) => {
  // ok: javascript.ssrf
  const user = await fetch(`https://api.example.com/users/${encodeURIComponent(req.params.id)}`);
  // ok: javascript.ssrf
  const orders = await axios.get("https://api.example.com/orders", { params: { user: req.params.id } });
  res.json([await user.json(), orders.data]);
});

app.get("/image", async (req, res) => {
  const url = new URL(req.query.url);
  if (!ALLOWED_HOSTS.has(url.hostname)) return res.status(400).end();
  // ok: javascript.ssrf
  const image = await fetch(url);
  const items = new URL("/items", API);
  items.searchParams.set("q", req.query.q);
  // ok: javascript.ssrf
  const many = await fetch(items);
  // ok: javascript.ssrf
  const item = await fetch(`https://api.example.com/items?q=${req.query.q}`);
  res.json([image, item]);
});

hono.get("/preview", async (c) => {
  // ruleid: javascript.ssrf
  const page = await fetch(c.req.query("url"));
  return c.text(await page.text());
});

export function load(url, options) {
  const request = new Request(url, options);
  // ok: javascript.ssrf
  return fetch(new URL("/moved", request.url));
}

const api = "https://api.example.com/";
app.get("/items", async (req, res) => {
  const address = api + "items/" + req.query.id;
  // ok: javascript.ssrf
  const item = await axios.get(address);
  const second = `${api}v2/`;
  // ok: javascript.ssrf
  const other = await axios.get(second + req.query.id);
  // ok: javascript.ssrf
  const third = await axios.get(`${api}v3/${req.query.id}`);
  const site = "https://api.example.com";
  // ruleid: javascript.ssrf
  const fourth = await axios.get(site + req.query.path);
  // ruleid: javascript.ssrf
  const fifth = await axios.get(new URL(req.query.path, api).toString());
  res.json([item, other, third, fourth, fifth]);
});
app.get("/image", async (req, res) => {
  const { address } = req.query;
  if (!address.startsWith("https://images.example.com/")) return res.sendStatus(400);
  // ok: javascript.ssrf
  await axios.get(address);
});
app.get("/picture", async (req, res) => {
  const { address } = req.query;
  if (!address.startsWith("https://images.example.com")) return res.sendStatus(400);
  // ruleid: javascript.ssrf
  await axios.get(address);
});

app.get("/avatar", async (req, res) => {
  const url = new URL("https://placeholder.invalid");
  url.hostname = req.query.host;
  // ruleid: javascript.ssrf
  res.send((await axios({ url: url.href })).data);
});
const CDN = /^https:\/\/(www|cdn)\.example\.com\//;
app.get("/cdn", async (req, res) => {
  const { target } = req.query;
  if (!CDN.test(target)) return res.sendStatus(400);
  // ok: javascript.ssrf
  res.send(await (await fetch(target)).text());
});
const LOOSE = /https:\/\/(www|cdn).example.com/;
app.get("/loose", async (req, res) => {
  const { target } = req.query;
  if (!LOOSE.test(target)) return res.sendStatus(400);
  // ruleid: javascript.ssrf
  res.send(await (await fetch(target)).text());
});
app.get("/host", async (req, res) => {
  const { target } = req.query;
  const { hostname, protocol } = new URL(target);
  if (protocol !== "https:" || hostname !== "docs.example.org") return res.sendStatus(400);
  // ok: javascript.ssrf
  res.send(await (await fetch(target)).text());
});

app.get("/client", async (req, res) => {
  // ruleid: javascript.ssrf
  const client = axios.create({ baseURL: `https://${req.query.tenant}/v1` });
  // ruleid: javascript.ssrf
  const answer = await axios({ method: "get", baseURL: req.query.host, url: "/status" });
  // ok: javascript.ssrf
  const own = axios.create({ baseURL: process.env.API, params: { tenant: req.query.tenant } });
  res.json(answer.data);
});
app.get("/raw", (req, res) => {
  // ruleid: javascript.ssrf
  https.get({ hostname: req.query.host, path: "/" }, (answer) => answer.pipe(res));
  // ruleid: javascript.ssrf
  const socket = net.connect({ port: 80, host: req.query.host });
  // ok: javascript.ssrf
  https.get({ hostname: "api.example.com", path: `/items/${encodeURIComponent(req.query.id)}` }, (answer) => answer.pipe(res));
});
