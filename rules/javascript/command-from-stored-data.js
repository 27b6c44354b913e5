const { execSync, execFileSync } = require("child_process");

async function build() {
  const { rows } = await db.query("SELECT id, repo_url, branch FROM jobs WHERE state = $1", ["pending"]);
  for (const job of rows) {
    // ruleid: javascript.command-from-stored-data
    execSync(`git clone --branch ${job.branch} ${job.repo_url} /srv/builds/${job.id}`);
    // ok: javascript.command-from-stored-data
    execSync(`rm -rf /srv/builds/${job.id}`);
    // ok: javascript.command-from-stored-data
    execFileSync("git", ["clone", "--branch", job.branch, "--", job.repo_url, `/srv/builds/${job.id}`]);
  }
}

async function convert(id) {
  const film = await Film.findByPk(id);
  // ruleid: javascript.command-from-stored-data
  execSync("ffmpeg -i " + film.path + " out.mp4");
  // ok: javascript.command-from-stored-data
  execSync("ffmpeg -t " + Number(film.seconds) + " out.mp4");
}

function compile(name) {
  const tool = TOOLS.find((one) => one.name === name);
  // ok: javascript.command-from-stored-data
  execSync(tool.command + " --version");
}

async function announce(prisma) {
  const [site] = await prisma.site.findMany({ where: { live: true } });
  // ruleid: javascript.command-from-stored-data
  execSync("curl " + site.address);
  // ok: javascript.command-from-stored-data
  execSync("systemctl reload nginx");
}
