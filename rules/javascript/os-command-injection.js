import { exec, execFile, execFileSync, spawn } from "node:child_process";
import * as cp from "child_process";
import util from "node:util";

const execAsync = util.promisify(exec);

app.get("/ping", (req, res) => {
  // ruleid: javascript.os-command-injection
  exec(`ping -c 1 ${req.query.host}`, (error, stdout) => res.send(stdout));
  // ok: javascript.os-command-injection
  execFile("ping", ["-c", "1", "--", req.query.host], (error, stdout) => res.json(stdout));
});

app.post("/convert", async (req, res) => {
  const { file, width } = req.body;
  const command = "convert " + file + " out.png";
  // ruleid: javascript.os-command-injection
  await execAsync(command);
  // ok: javascript.os-command-injection
  await execAsync(`convert logo.png -resize ${parseInt(width, 10)} out.png`);
  res.end();
});

router.get("/log", (req, res) => {
  // ruleid: javascript.os-command-injection
  const out = cp.execSync("git log " + req.params.branch).toString();
  // ok: javascript.os-command-injection
  const match = /^[a-z]+$/.exec(req.params.branch);
  // ok: javascript.os-command-injection
  const safe = execFileSync("git", ["log", req.params.branch]);
  res.json({ out, match, safe });
});

app.post("/run", (request, reply) => {
  // ruleid: javascript.os-command-injection
  spawn("sh", ["-c", request.body.script]);
  // ruleid: javascript.os-command-injection
  spawn("ls " + request.body.dir, { shell: true });
  // ruleid: javascript.os-command-injection
  spawn(request.body.program, ["--version"]);
  // ok: javascript.os-command-injection
  spawn("ls", ["--", request.body.dir]);
  // ok: javascript.os-command-injection
  spawn("make all", { shell: true });
});

app.get("/list", ({ query, user }, res) => {
  // ruleid: javascript.os-command-injection
  exec(`ls ${query.dir}`);
  // ok: javascript.os-command-injection
  exec(`ls /home/${user.id}`);
});

exports.onUpload = async (event) => {
  for (const record of event.Records) {
    const key = decodeURIComponent(record.s3.object.key);
    // ruleid: javascript.os-command-injection
    exec("convert /tmp/" + key + " out.png");
    // ok: javascript.os-command-injection
    if (/^[\w-]+$/.test(key)) exec("convert /tmp/" + key + " out.png");
  }
};

let lastTool = "";
app.post("/again", (req, res) => {
  const tool = req.body.tool;
  // ruleid: javascript.os-command-injection
  if (tool === lastTool) exec("tool " + tool);
  lastTool = tool;
  res.end();
});

app.post("/known", (req, res) => {
  const tool = req.body.tool;
  const known = settings.tool;
  // ok: javascript.os-command-injection
  if (tool === known) exec("tool " + tool);
  res.end();
});

app.get("/folder", (req, res) => {
  // ruleid: javascript.os-command-injection
  cp["exec"]("ls " + req.query.folder, (error, text) => res.json({ text }));
  // ok: javascript.os-command-injection
  cp["execFile"]("ls", ["--", req.query.folder], (error, text) => res.json({ text }));
});

const runProgram = exec;
const runAtOnce = cp.execSync;
const runSafely = execFile;
let runEither = exec;
runEither = shown;
app.get("/named", (req, res) => {
  // ruleid: javascript.os-command-injection
  runProgram("ls " + req.query.folder, (error, text) => res.json({ text }));
  // ruleid: javascript.os-command-injection
  runAtOnce(`du ${req.query.folder}`);
  // ok: javascript.os-command-injection
  runProgram("ls /srv", (error, text) => res.json({ text }));
  // ok: javascript.os-command-injection
  runSafely("ls", ["--", req.query.folder], (error, text) => res.json({ text }));
  // ok: javascript.os-command-injection
  runEither("ls " + req.query.folder);
});
