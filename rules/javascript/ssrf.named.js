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
app.get("/proxy/answers", async (req, res) => {
  const url = String(req.query.url);
  if (!checkAllowedHost(url)) console.warn("strange address");
  // ruleid: javascript.ssrf
  res.send(await (await fetch(url)).text());
});
app.get("/proxy/logged", async (req, res) => {
  const url = String(req.query.url);
  if (!(await validatePublicUrl(url))) metrics.count("refused");
  // ruleid: javascript.ssrf
  res.send(await (await fetch(url)).text());
});
app.get("/proxy/refused", async (req, res) => {
  const url = String(req.query.url);
  if (!url || !checkAllowedHost(url)) return res.sendStatus(400);
  // ok: javascript.ssrf
  res.send(await (await fetch(url)).text());
});
app.get("/proxy/kept", async (req, res) => {
  const url = String(req.query.url);
  const fine = await checkAllowedHost(url);
  if (!fine) throw new Error("Not allowed");
  // ok: javascript.ssrf
  res.send(await (await fetch(url)).text());
});
