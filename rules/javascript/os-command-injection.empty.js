app.get("/a", (req, res) => {
  const mode = req.query.mode;
  if (mode && mode !== "fast") return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec("build --mode " + mode);
});
app.get("/b", (req, res) => {
  const { mode } = req.query;
  if (mode && !["fast", "slow"].includes(mode)) return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec("build --mode " + mode);
});
app.get("/c", (req, res) => {
  const { mode } = req.query;
  if (mode !== undefined && mode !== "fast" && mode !== "slow") return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec("build --mode " + mode);
});
// Something else is asked, or nothing stops.
app.get("/d", (req, res) => {
  const { mode, other } = req.query;
  if (other && mode !== "fast") return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec("build --mode " + mode);
});
app.get("/e", (req, res) => {
  const { mode } = req.query;
  if (mode && mode !== "fast") console.log("unknown");
  // ruleid: javascript.os-command-injection
  exec("build --mode " + mode);
});
app.get("/f", (req, res) => {
  const { mode } = req.query;
  if (mode || mode !== "fast") {
    // ruleid: javascript.os-command-injection
    exec("build --mode " + mode);
  }
});
