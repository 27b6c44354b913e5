const { spawn, execFile } = require("child_process");

app.post("/build", (req, res) => {
  // ruleid: javascript.search-path-from-request
  spawn("make", ["all"], { cwd: "/srv/build", env: { ...process.env, PATH: req.body.tools + ":" + process.env.PATH } });
  res.end();
});
app.post("/tool", (req, res) => {
  const { libraries } = req.body;
  // ruleid: javascript.search-path-from-request
  execFile("/usr/local/bin/tool", [], { env: { LD_LIBRARY_PATH: libraries } }, done);
  res.end();
});
app.post("/run", (req, res) => {
  // ruleid: javascript.search-path-from-request
  execFile("/usr/bin/report", [], { env: req.body.env }, done);
  // ruleid: javascript.search-path-from-request
  execFile("/usr/bin/report", [], { env: { ...process.env, ...req.body.env } }, done);
  res.end();
});
app.post("/node", (req, res) => {
  const env = { ...process.env };
  // ruleid: javascript.search-path-from-request
  env.NODE_OPTIONS = req.query.options;
  execFile("node", ["job.js"], { env }, done);
  res.end();
});
// A variable that only says something.
app.post("/greet", (req, res) => {
  // ok: javascript.search-path-from-request
  execFile("/usr/bin/report", [], { env: { ...process.env, TITLE: req.body.title } }, done);
  // ok: javascript.search-path-from-request
  execFile("/usr/bin/report", [], { env: { PATH: "/usr/bin:/bin" } }, done);
  res.end();
});
app.post("/version", (req, res) => {
  if (!["18", "20"].includes(req.body.version)) return res.sendStatus(400);
  // ok: javascript.search-path-from-request
  execFile("npm", ["ci"], { env: { PATH: `/opt/node-${req.body.version}/bin:/usr/bin` } }, done);
  res.end();
});
app.post("/route", (req, res) => {
  // ok: javascript.search-path-from-request
  settings.PATH = req.body.path;
  res.end();
});
app.post("/print", (req, res) => {
  const env = { ...process.env, PAPER: req.body.paper };
  // ok: javascript.search-path-from-request
  execFile("lp", ["page.pdf"], { env }, done);
  const sized = Object.assign({}, process.env, { PAPER: req.body.paper });
  // ok: javascript.search-path-from-request
  execFile("lp", ["page.pdf"], { env: sized }, done);
  // ok: javascript.search-path-from-request
  execFile("lp", ["page.pdf"], { env: pick(req.body.env, ["PAPER", "TRAY"]) }, done);
  const listed = {};
  for (const name of ["PAPER", "TRAY"]) listed[name] = String(req.body[name]);
  // ok: javascript.search-path-from-request
  execFile("lp", ["page.pdf"], { env: listed }, done);
  res.end();
});
// No program is run with it.
app.get("/about", (req, res) => {
  // ok: javascript.search-path-from-request
  res.json({ env: { PATH: req.path, ENV: req.query.stage } });
});
app.post("/library", (req, res) => {
  // ruleid: javascript.search-path-from-request
  const env = { ...process.env, ...req.body.env };
  spawn("make", [], { env });
  // ruleid: javascript.search-path-from-request
  spawn("make", [], { env: { "LD_PRELOAD": req.body.library } });
  res.end();
});
app.post("/run-with", (req, res) => {
  // ruleid: javascript.search-path-from-request
  process.env["PATH"] = req.body.folder + ":" + process.env.PATH;
  // ok: javascript.search-path-from-request
  process.env["LANG"] = req.body.language;
  res.end();
});
