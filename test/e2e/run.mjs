// The tests in a real editor: packs and installs the VSIX, runs the suites inside the extension host and those of the views.
// usage: node test/e2e/run.mjs [NAME...]   names of suites, see runSuites.ts
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setUpEditorHost } from "../../tools/vscode-host/setup.mjs";

const here = dirname(fileURLToPath(import.meta.url));
setUpEditorHost();
const args = ["--import", "tsx", join(here, "runSuites.ts"), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: join(here, "../.."), stdio: "inherit" }).status ?? 1;
