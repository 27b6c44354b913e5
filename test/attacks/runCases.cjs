// Runs proofs against programs, each in a process of its own. Reads [{proof, program, scratch}] and prints [{good, attack}], both as JSON.
const { execFile } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const standIns = path.join(__dirname, "standIns");

/** In the child: exactly one case. */
async function run({ proof, program }) {
  const checked = require(proof);
  await checked.prepare?.();
  if (program.endsWith(".ts")) require("tsx/cjs/api").register();
  const loaded = checked.asText ? fs.readFileSync(program, "utf8") : require(program);
  return { good: await checked.good(loaded), attack: (await checked.attack(loaded)) ?? null };
}

function apart(one) {
  fs.mkdirSync(one.scratch, { recursive: true });
  const env = { ...process.env, SCRATCH: one.scratch, HOME: one.scratch, TMPDIR: one.scratch, NODE_PATH: `${standIns}:${__dirname}` };
  env.NODE_PATH += `:${path.join(__dirname, "../../node_modules")}`;
  return new Promise((resolve) => {
    const options = { cwd: one.scratch, env, timeout: 30_000, encoding: "utf8" };
    execFile(process.execPath, [__filename, JSON.stringify(one)], options, (error, stdout, stderr) => {
      const answer = /^ANSWER (.*)$/m.exec(stdout)?.[1];
      resolve(answer ? JSON.parse(answer) : { error: `${error?.message ?? "no answer"}\n${stderr}` });
    });
  });
}

async function main() {
  if (process.argv[2]) {
    process.on("unhandledRejection", () => {});
    const result = await run(JSON.parse(process.argv[2])).catch((error) => ({ error: String(error?.stack ?? error) }));
    process.stdout.write(`ANSWER ${JSON.stringify(result)}\n`, () => process.exit(0));
    return;
  }
  const cases = JSON.parse(fs.readFileSync(0, "utf8"));
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < cases.length; at = next++) results[at] = await apart(cases[at]);
  };
  await Promise.all([worker(), worker()]);
  process.stdout.write(JSON.stringify(results));
}

void main();
