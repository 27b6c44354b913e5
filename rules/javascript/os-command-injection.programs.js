const { exec } = require("child_process");
const { promisify } = require("util");
const { ipcMain } = require("electron");
const { quote } = require("shell-quote");
const run = promisify(exec);

app.get("/a", async (req, res) => {
  // ruleid: javascript.os-command-injection
  res.send(await run(`whois ${req.query.domain}`));
});

app.get("/b", async (req, res) => {
  // ok: javascript.os-command-injection
  res.send(await run("whois " + quote([req.query.domain])));
});

ipcMain.handle("open", (event, target) => {
  // ruleid: javascript.os-command-injection
  exec(`open ${target}`);
});
