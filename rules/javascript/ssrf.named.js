app.post("/hooks", async (req, res) => {
  const { url } = req.body;
  await assertPublicUrl(url);
  // ok: javascript.ssrf
  await fetch(url);
  res.end();
});
app.post("/hooks/test", async (req, res) => {
  const { url } = req.body;
  const { hostname } = new URL(url);
  const { address } = await lookup(hostname);
  if (ipaddr.parse(address).range() !== "unicast") return res.sendStatus(400);
  // ok: javascript.ssrf
  await fetch(url);
  res.end();
});
app.post("/hooks/form", async (req, res) => {
  const { url } = req.body;
  const { hostname } = new URL(url);
  console.log("calling", hostname);
  // ruleid: javascript.ssrf
  await fetch(url);
  res.end();
});
app.post("/hooks/text", async (req, res) => {
  const { url } = req.body;
  assertString(url);
  // ruleid: javascript.ssrf
  await fetch(url);
  // ruleid: javascript.ssrf
  await axios.post(url, {});
  res.end();
});
