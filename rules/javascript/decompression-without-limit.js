const zlib = require("node:zlib");
const { gunzipSync } = require("node:zlib");

app.post("/import", express.raw(), (req, res) => {
  // ruleid: javascript.decompression-without-limit
  const text = zlib.gunzipSync(req.body).toString();
  // ruleid: javascript.decompression-without-limit
  zlib.inflate(Buffer.from(req.body.packed, "base64"), (error, data) => keep(data));
  // ok: javascript.decompression-without-limit
  const small = zlib.gunzipSync(req.body, { maxOutputLength: 1_000_000 }).toString();
  // ok: javascript.decompression-without-limit
  zlib.gzipSync(req.body);
  res.end();
});
function inflate(req, session) {
  req.session = session;
}
app.post("/upload", (req, res) => {
  // ruleid: javascript.decompression-without-limit
  gunzipSync(req.body);
  // ok: javascript.decompression-without-limit
  inflate(req.body, {});
  const packed = req.file.buffer;
  // ruleid: javascript.decompression-without-limit
  res.json({ size: zlib.unzipSync(packed).length });
});
// ok: javascript.decompression-without-limit
const words = zlib.brotliDecompressSync(fs.readFileSync("words.br"));

const gunzip = promisify(zlib.gunzip);
app.post("/import", express.raw({ type: "application/gzip" }), async (req, res) => {
  // ruleid: javascript.decompression-without-limit
  const data = await gunzip(req.body);
  // ok: javascript.decompression-without-limit
  const short = await gunzip(req.body, { maxOutputLength: 1_000_000 });
  res.json({ sizes: [data.length, short.length] });
});
