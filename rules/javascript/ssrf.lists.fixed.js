const allowedHosts = new Set(["news.example.com", "img.example.com"]);

app.get("/preview", async (req, res) => {
  const address = req.query.address;
  // ruleid: javascript.ssrf
  if (!allowedHosts.has(new URL(address).hostname)) throw new Error("This host is not allowed.");
  const page = await fetch(address);
  res.json(await page.text());
});

app.post("/image", async (req, res) => {
  // ruleid: javascript.ssrf
  if (!allowedHosts.has(new URL(req.body.url).hostname)) throw new Error("This host is not allowed.");
  const image = await axios.get(req.body.url, { responseType: "stream" });
  image.data.pipe(res);
});

app.get("/status", async (req, res) => {
  // ruleid: javascript.ssrf
  const status = await fetch("http://" + req.query.host + "/status");
  res.json(await status.json());
});

app.get("/checked", async (req, res) => {
  if (!allowedHosts.has(new URL(req.query.url).hostname)) return res.sendStatus(400);
  // ok: javascript.ssrf
  const page = await fetch(req.query.url);
  res.json(await page.text());
});
