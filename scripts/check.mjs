// `npm run check`: types, style, layers and dead code. Each check proves that it saw something.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPackages, root } from "./setup.mjs";

installPackages();
const bin = (name) => join(root, "node_modules", ".bin", name);
const checks = {
  "types (whole project)": () => typesOf("tsconfig.json", 40),
  "types (pure parts, without Node or DOM)": () => typesOf("tsconfig.pure.json", 15),
  "style (Biome)": () => {
    const { status, text } = execute(bin("biome"), ["check", "--max-diagnostics=20", "--error-on-warnings", "."]);
    const seen = Number(/Checked (\d+) files/.exec(text)?.[1] ?? 0);
    return status === 0 && seen > 40 ? ok(`${seen} files`) : bad(text);
  },
  "layers (dependency-cruiser)": () => {
    const { status, text } = execute(bin("depcruise"), ["--output-type", "json", "client", "server"]);
    const start = text.indexOf("{");
    const { summary } = start < 0 ? { summary: undefined } : JSON.parse(text.slice(start));
    if (!summary) return bad(text);
    const edges = summary.totalDependenciesCruised;
    const errors = summary.violations.map((item) => `${item.rule.name}: ${item.from} -> ${item.to}`).join("\n");
    return status === 0 && summary.error === 0 && summary.totalCruised > 40 && edges > 60
      ? ok(`${summary.totalCruised} modules, ${edges} imports`)
      : bad(errors || text.slice(0, 2000));
  },
  "dead code (knip)": () => {
    const { status, text } = execute(bin("knip"), ["--no-progress"]);
    return status === 0 ? ok("none") : bad(text);
  },
  "file length": () => {
    const long = sources()
      .map((file) => [file, readFileSync(join(root, file), "utf8").split("\n").length - 1])
      .filter(([, lines]) => lines > 400);
    return long.length === 0
      ? ok(`${sources().length} files of at most 400 lines`)
      : bad(long.map(([file, lines]) => `${file}: ${lines} lines`).join("\n"));
  },
  "rules/LANGUAGE.md (made from the schema)": () => {
    const { status, text } = execute("node", ["--import", "tsx", join(root, "scripts", "ruleLanguage.mjs"), "--check"]);
    return status === 0 && /^\d+ tables/m.test(text) ? ok(text.trim()) : bad(text);
  },
  "docs/rules (made from the rules)": () => {
    const { status, text } = execute("node", ["--import", "tsx", join(root, "scripts", "ruleDocs.mjs"), "--check"]);
    return status === 0 && Number(/^(\d+) pages/m.exec(text)?.[1] ?? 0) > 150 ? ok(text.trim()) : bad(text);
  },
  "no registry or mirror host in the lock files": () => {
    const files = ["package-lock.json", "tools/vscode-host/package-lock.json"];
    const hosts = files.flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/"resolved": "([^"]+)"/g)].map((match) => `${file}: ${match[1]}`),
    );
    return hosts.length === 0 ? ok(`${files.length} files`) : bad(hosts.slice(0, 5).join("\n"));
  },
};

let passes = 0;
let failures = 0;
for (const [name, check] of Object.entries(checks)) {
  const { good, text } = check();
  if (good) passes++;
  else failures++;
  console.log(`${good ? "ok  " : "FAIL"} ${name}${good ? `: ${text}` : `\n${text}`}`);
}
if (process.env.LINEWARDEN_COUNTS) writeFileSync(process.env.LINEWARDEN_COUNTS, JSON.stringify({ passes, failures }));
process.exitCode = failures ? 1 : 0;

function typesOf(config, least) {
  const { status, text } = execute(bin("tsc"), ["-p", config, "--listFilesOnly"]);
  const files = text.split("\n").filter((line) => line.startsWith(root) && !line.includes("node_modules")).length;
  if (status !== 0 || files < least) return bad(`${files} files seen\n${text.slice(0, 500)}`);
  const result = execute(bin("tsc"), ["-p", config]);
  return result.status === 0 ? ok(`${files} files`) : bad(result.text);
}

function sources() {
  return ["client", "server", "test", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => /\.(ts|mjs|cjs)$/.test(name))
      .map((name) => join(folder, name)),
  );
}

function execute(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: process.platform === "win32",
  });
  return { status, text: `${stdout}${stderr}` };
}

function ok(text) {
  return { good: true, text };
}

function bad(text) {
  return { good: false, text };
}
