// ruleid: javascript.download-run
execSync("curl -sL http://get.example.com/setup.sh | sh", { stdio: "inherit" });
// ruleid: javascript.download-run
cp.exec("wget -qO- https://get.example.com/install | sudo -E bash", done);
// ruleid: javascript.download-run
spawn("sh", ["-c", "curl -fsSL https://get.example.com | bash -s -- --yes"]);
async function install() {
  const reply = await fetch("https://downloads.example.com/agent");
  fs.writeFileSync("/opt/agent", Buffer.from(await reply.arrayBuffer()), { mode: 0o755 });
  // ruleid: javascript.download-run
  execFileSync("/opt/agent", ["--install"]);
}
async function update(target) {
  const { data } = await axios.get(FEED, { responseType: "arraybuffer" });
  await writeFile(target, data);
  // ruleid: javascript.download-run
  spawn(target, ["--apply"], { detached: true });
}

async function installWell() {
  const reply = await fetch("https://downloads.example.com/agent");
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (createHash("sha256").update(bytes).digest("hex") !== PINNED) throw new Error("another file");
  fs.writeFileSync("/opt/agent", bytes, { mode: 0o755 });
  // ok: javascript.download-run
  execFileSync("/opt/agent", ["--install"]);
}
// ok: javascript.download-run
execSync("curl -sL https://api.example.com/version | jq .tag");
// ok: javascript.download-run
execSync("wget -q https://downloads.example.com/data.csv && ./import.sh data.csv");
// What is run was there before.
async function convert(file) {
  const reply = await fetch("https://images.example.com/logo");
  await writeFile(file, Buffer.from(await reply.arrayBuffer()));
  // ok: javascript.download-run
  spawn("convert", [file, "logo.png"]);
}
async function release(script) {
  const reply = await fetch("https://api.example.com/settings");
  const settings = await reply.json();
  log(settings.region);
  fs.writeFileSync(script, "make release");
  // ok: javascript.download-run
  execFileSync(script, ["--quiet"]);
}
async function note(file) {
  const latest = await axios.get("https://api.example.com/latest");
  await writeFile(file, latest.data.version);
  // ok: javascript.download-run
  execFileSync("git", ["add", file]);
}
