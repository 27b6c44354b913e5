const { spawn, execFile } = require("node:child_process");
const cp = require("node:child_process");

app.post("/mirror", (req, res) => {
  // ruleid: javascript.argument-injection
  spawn("git", ["clone", req.body.repository, "checkout"]);
  // ok: javascript.argument-injection
  spawn("git", ["clone", "--", req.body.repository, "checkout"]);
  const { host } = req.body;
  // ruleid: javascript.argument-injection
  cp.execFile("ssh", [host, "uptime"], done);
  // ok: javascript.argument-injection
  execFile("git", ["commit", "-m", req.body.text], done);
  // ok: javascript.argument-injection
  execFile("report-tool", [req.body.name], done);
});

function search(text, folder) {
  // ruleid: javascript.argument-injection
  return cp.execFileSync("grep", ["-r", text, folder]);
}
app.get("/search", (req, res) => res.json(search(req.query.text, "notes").toString()));

app.get("/fetch", (req, res) => {
  const { address } = req.query;
  if (address.startsWith("-")) return res.sendStatus(400);
  // ok: javascript.argument-injection
  execFile("curl", [address], (error, out) => res.json({ size: out.length }));
  const page = Number(req.query.page);
  // ok: javascript.argument-injection
  execFile("convert", [`in.pdf[${page}]`, "out.png"], done);
});

app.get("/log", (req, res) => {
  // ok: javascript.argument-injection
  execFile("git", ["log", "--end-of-options", req.query.ref], done);
  // ruleid: javascript.argument-injection
  execFile("git", ["log", "--oneline", req.query.ref], done);
});
