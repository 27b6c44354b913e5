const { execFileSync, execSync, exec } = require("child_process");

// ruleid: javascript.command-from-program-input
execSync("ping -c 1 " + process.argv[2]);
// ruleid: javascript.command-from-program-input
exec(`ls ${process.argv[3]}`);
rl.question("Host: ", (host) => {
  // ruleid: javascript.command-from-program-input
  exec("ping -c 1 " + host);
});
// ok: javascript.command-from-program-input
execFileSync("ping", ["-c", "1", process.argv[2]]);
// ok: javascript.command-from-program-input
execSync(`head -n ${Number(process.argv[2])} log.txt`);
// ok: javascript.command-from-program-input
execSync("uptime");

const [, , branch = "main"] = process.argv;
// ruleid: javascript.command-from-program-input
await execaCommand(`git log ${branch}`, { shell: true });
// ok: javascript.command-from-program-input
await execaCommand(`git log ${branch}`);
