const { exec } = require("child_process");
// What is missing at first is filled by what follows.
app.post("/a", async (req, res) => {
  if (!req.body) await readBody(req);
  // ruleid: javascript.os-command-injection
  exec("build " + req.body.mode);
});
app.post("/b", async (req, res) => {
  if (!req.body.mode) {
    await readForm(req);
    // ruleid: javascript.os-command-injection
    exec("build " + req.body.mode);
  }
});
app.post("/c", (req, res) => {
  let mode = req.query.mode;
  if (!mode) {
    ask(res).then(() => {
      // ruleid: javascript.os-command-injection
      exec("build " + mode);
    });
    mode = req.query.other;
  }
});
app.post("/d", (req, res) => {
  if (!req.body || !req.body.mode) {
    readForm(req);
    // ruleid: javascript.os-command-injection
    exec("build " + req.body.mode);
  }
});
// What is missing and what is one of a list, with another name for the request.
app.get("/e", (request, res) => {
  if (request.query.mode && !["fast", "slow"].includes(request.query.mode)) return res.sendStatus(400);
  // ok: javascript.os-command-injection
  exec("build --mode " + request.query.mode);
});
app.get("/f", (req, res) => {
  const { mode } = req.query;
  if (!mode || ["fast", "slow"].includes(mode)) {
    // ok: javascript.os-command-injection
    exec("build --mode " + mode);
  }
});
// The list is asked for something else.
app.get("/g", (req, res) => {
  const { mode, other } = req.query;
  if (mode && !["fast", "slow"].includes(other)) return res.sendStatus(400);
  // ruleid: javascript.os-command-injection
  exec("build --mode " + mode);
});
