const { exec, execFile, execSync, spawn } = require("child_process");

function ping(host, callback) {
  // ruleid: javascript.command-from-parameter
  exec("ping -c 1 " + host, callback);
}

const archive = (folder) => {
  const cmd = `tar czf backup.tgz ${folder}`;
  // ruleid: javascript.command-from-parameter
  return execSync(cmd);
};

class Media {
  convert(input, output) {
    // ruleid: javascript.command-from-parameter
    return spawn("sh", ["-c", `ffmpeg -i ${input} ${output}`]);
  }
}

exports.list = function (folder) {
  // ruleid: javascript.command-from-parameter
  return spawn("ls -l " + folder, { shell: true });
};

function safePing(host, callback) {
  // ok: javascript.command-from-parameter
  execFile("ping", ["-c", "1", host], callback);
}

function head(count) {
  // ok: javascript.command-from-parameter
  return execSync(`git log -n ${Number(count)}`);
}

function status(folder) {
  // ok: javascript.command-from-parameter
  return execSync("git status", { cwd: folder });
}

function onlyConstants(args) {
  // ok: javascript.command-from-parameter
  return execSync(`git ${args}`);
}
const branch = onlyConstants("rev-parse --abbrev-ref HEAD");
const commit = onlyConstants(`rev-parse ${"HEAD"}`);

function fromOutside(args) {
  // ruleid: javascript.command-from-parameter
  return execSync(`git ${args}`);
}
exports.log = async () => fromOutside(await ask("Which branch?"));

function runJob(command) {
  // ruleid: javascript.command-from-parameter
  return execSync("tool " + command);
}
exports.start = (bus) => bus.subscribe("jobs", (job) => runJob(job));

function runLine(line) {
  // ruleid: javascript.command-from-parameter
  return execSync("tool " + line);
}
const LINE = readLine();
runLine(LINE);

function runNamed(name) {
  // ok: javascript.command-from-parameter
  return execSync("tool " + name);
}
const NAME = "status";
runNamed(NAME);

class Archives {
  async pack(folder, output, level) {
    const parts = ["zip", "-r"];
    if (level) parts.push(`-${Math.trunc(level)}`);
    parts.push(output, folder);
    // ruleid: javascript.command-from-parameter
    await execAsync(parts.join(" "));
  }
  async packQuoted(folder) {
    const parts = ["zip", "-r", "out.zip", shellQuote.quote([folder])];
    // ok: javascript.command-from-parameter
    await execAsync(parts.join(" "));
  }
}
