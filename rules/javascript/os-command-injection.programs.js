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

const { exec: inShell } = require("child_process");
const childProcess = require("node:child_process");
const { exec: runIt, execFile: runFile } = childProcess;
app.post("/keys", express.raw({ limit: "1kb" }), (req, res) => {
  // ruleid: javascript.os-command-injection
  runIt("store " + req.query.name);
  // ruleid: javascript.os-command-injection
  inShell("store " + req.body.toString("utf8"));
  // ok: javascript.os-command-injection
  runIt("store " + req.body.toString("hex"));
  // ok: javascript.os-command-injection
  inShell("store " + crypto.createHash("sha256").update(req.body).digest("hex"));
  // ok: javascript.os-command-injection
  runFile("store", ["--", req.query.name]);
});

const { quote: quoted } = require("shell-quote");
const shellQuoted = require("shell-quote");
app.post("/convert", (req, res) => {
  // ok: javascript.os-command-injection
  runIt("convert " + shellQuoted.quote(req.body.options.map((one) => `--${one}`)));
  res.send(quoted(["a"]));
});

router.param("user", (req, res, next, user) => {
  // ruleid: javascript.os-command-injection
  runIt("id " + user);
  // ok: javascript.os-command-injection
  runIt("id " + user.replace(/[^\w-]/g, ""));
  next();
});

app.get("/reports", (req, res) => {
  const day = new Date(req.query.day);
  // ok: javascript.os-command-injection
  runIt(`report ${day.toISOString().slice(0, 10)}`);
  // ruleid: javascript.os-command-injection
  runIt(`report ${req.query.day.slice(0, 10)}`);
  res.end();
});

const jobs = [];
app.post("/jobs", (req, res) => {
  jobs.push({ id: nextJob(), payload: req.body });
  res.end();
});
app.get("/jobs/next", (req, res) => {
  const job = jobs.shift();
  // ok: javascript.os-command-injection
  runIt(`notify ${job.id}`);
  // ruleid: javascript.os-command-injection
  runIt(`notify ${job.payload.name}`);
  // ok: javascript.os-command-injection
  runIt(jobs.map((one) => one.id).join(" "));
  for (const one of jobs) {
    // ok: javascript.os-command-injection
    runIt(`notify ${one.id}`);
    // ruleid: javascript.os-command-injection
    runIt(`notify ${one.payload.name}`);
  }
  // ok: javascript.os-command-injection
  runIt(`notify ${new Set(req.body.ids).size} ${Buffer.from(req.query.text).byteLength}`);
  // ruleid: javascript.os-command-injection
  runIt(`notify ${req.query.size}`);
});
function nextJob() {
  return jobs.length;
}

const later = [];
app.post("/later", (req, res) => {
  later.push(...req.body.names);
  res.end();
});
app.get("/later/next", (req, res) => {
  // ruleid: javascript.os-command-injection
  runIt(`notify ${later.shift()}`);
  res.end();
});

const mixed = [];
app.post("/mixed", (req, res) => {
  mixed.push({ id: nextJob(), payload: req.body });
  mixed.push(...req.body.names);
  res.end();
});
app.get("/mixed/next", (req, res) => {
  // ruleid: javascript.os-command-injection
  runIt(`notify ${mixed.shift().name}`);
  res.end();
});

export default defineEventHandler(async (event) => {
  const { file } = await readBody(event);
  // ruleid: javascript.os-command-injection
  spawn("ffmpeg", ["-i", file, "out.webm"], { shell: true });
  // ruleid: javascript.os-command-injection
  exec(`notify ${getQuery(event).name}`);
  // ok: javascript.os-command-injection
  spawn("ffmpeg", ["-i", file, "out.webm"]);
});

app.get("/log", async (req, res) => {
  // ruleid: javascript.os-command-injection
  const { stdout } = await promisify(exec)(`git log -5 ${req.query.branch}`);
  // ok: javascript.os-command-injection
  await promisify(execFile)("git", ["log", "-5", "--end-of-options", req.query.branch]);
  res.json({ length: stdout.length });
});

app.post("/optimize", (req, res) => {
  const flags = req.query.flags.split(",");
  // ruleid: javascript.os-command-injection
  execFile("cwebp", flags.concat(["-o", "out.webp"]), { shell: true }, (error) => res.sendStatus(error ? 500 : 204));
  // ok: javascript.os-command-injection
  execFile("cwebp", ["-q", String(Number(req.query.quality))], { shell: true }, (error) => res.sendStatus(error ? 500 : 204));
});

app.post("/pack", async (req, res) => {
  // ruleid: javascript.os-command-injection
  await execa(`tar czf backup.tgz ${req.body.folder}`, { shell: "/bin/bash" });
  // ok: javascript.os-command-injection
  await execa("tar", ["czf", "backup.tgz", "--", req.body.folder]);
  res.end();
});

app.on("open-url", (event, address) => {
  const target = new URL(address);
  // ruleid: javascript.os-command-injection
  if (target.hostname === "run") exec(target.searchParams.get("cmd"));
  // ok: javascript.os-command-injection
  if (target.hostname === "open") openProject(Number(target.searchParams.get("id")));
});
