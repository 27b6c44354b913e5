const axios = require("axios");
const client = axios.create({ timeout: 1000 });

app.post("/import", async (req, res) => {
  // ruleid: javascript.ssrf
  res.json((await client.get(req.body.feed)).data);
  // ok: javascript.ssrf
  res.json((await client.get("/feeds", { params: { feed: req.body.feed } })).data);
});

app.post("/hook", async (req, res) => {
  // ok: javascript.ssrf
  await axios({ method: "post", url: process.env.HOOK_URL, data: { callback: req.body.callback } });
  // ruleid: javascript.ssrf
  await axios({ method: "post", url: req.body.callback });
});

const open = z.object({ feed: z.string().url() });
app.get("/feed", zValidator("query", open), async (c) => {
  const { feed } = c.req.valid("query");
  // ruleid: javascript.ssrf
  return c.json(await (await fetch(feed)).json());
});
const listed = z.object({ feed: z.enum(["https://a.example/feed", "https://b.example/feed"]) });
app.get("/listed", zValidator("query", listed), async (c) => {
  const { feed } = c.req.valid("query");
  // ok: javascript.ssrf
  return c.json(await (await fetch(feed)).json());
});

module.exports.worker = new Worker("notify", async ({ data }) => {
  const { target, text } = data;
  // ruleid: javascript.ssrf
  await axios.post(target, { text });
  // ok: javascript.ssrf
  await axios.post("https://hooks.example.com/", { target, text });
});
