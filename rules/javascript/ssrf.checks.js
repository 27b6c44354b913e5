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
