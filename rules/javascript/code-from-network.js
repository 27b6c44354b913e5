const vm = require("vm");

async function plugin() {
  const answer = await fetch("https://example.org/plugin.js");
  // ruleid: javascript.code-from-network
  eval(await answer.text());
}

async function other() {
  const { data } = await axios.get("https://example.org/plugin.js");
  // ruleid: javascript.code-from-network
  vm.runInNewContext(data, {});
  // ruleid: javascript.code-from-network
  return new Function("input", data);
}

async function values() {
  const answer = await fetch("https://example.org/data.json");
  // ok: javascript.code-from-network
  return JSON.parse(await answer.text());
}

async function shown() {
  const answer = await fetch("https://example.org/page");
  // ok: javascript.code-from-network
  console.log(await answer.text());
  // ok: javascript.code-from-network
  eval("1 + 1");
}

async function update() {
  const text = await (await fetch("https://updates.example.net/agent.js")).text();
  // ruleid: javascript.code-from-network
  await fs.promises.writeFile("./agent.js", text);
}
async function updatePinned() {
  const text = await (await fetch("https://updates.example.net/agent.js")).text();
  const digest = createHash("sha256").update(text).digest("hex");
  if (digest !== known) throw new Error("another text");
  // ok: javascript.code-from-network
  await fs.promises.writeFile("./agent.js", text);
}
async function keep() {
  const text = await (await fetch("https://feeds.example.net/news.json")).text();
  // ok: javascript.code-from-network
  await fs.promises.writeFile("./news.json", text);
}
