import { inflateSync } from "node:zlib";

app.post("/inflate", express.raw(), (req, res) => {
  // ruleid: javascript.decompression-without-limit
  res.json({ size: inflateSync(req.body).length });
  // ok: javascript.decompression-without-limit
  res.json({ size: inflateSync(req.body, { maxOutputLength: 1_000_000 }).length });
});
