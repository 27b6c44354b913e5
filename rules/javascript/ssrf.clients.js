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
