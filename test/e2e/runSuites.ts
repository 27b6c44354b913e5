// Runs the suites in a real editor one after the other, each on a fresh profile and project, and sums up their counts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { installExtension } from "./editor/codeServer.ts";
import { createProfile, type Profile } from "./editor/profile.ts";
import { committed, createProject, type Project, virtualWorkspace } from "./project.ts";

interface Counts {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  /** Full titles. */
  readonly failed: readonly string[];
  readonly repeated: readonly string[];
}

/** A kind of workspace in which suites run inside the extension host. */
interface Workspace {
  readonly trust?: boolean;
  /** Makes the projects and says what the editor opens. */
  prepare(scratch: string): { readonly opened: string; readonly projects: readonly Project[] };
}

const root = join(__dirname, "../..");
const compiled = join(root, "out/e2e");
const scratch = mkdtempSync(join(tmpdir(), "linewarden-e2e-"));
const vsix = process.env.LINEWARDEN_VSIX ?? join(scratch, "linewarden.vsix");

const workspaces: Readonly<Record<string, Workspace>> = {
  folder: {
    prepare() {
      const project = createProject();
      return { opened: project.folder, projects: [project] };
    },
  },
  folders: {
    prepare(into) {
      const projects = [createProject("first"), createProject("second")];
      const opened = join(into, "both.code-workspace");
      writeFileSync(opened, JSON.stringify({ folders: projects.map(({ folder }) => ({ path: folder })) }));
      return { opened, projects };
    },
  },
  virtual: {
    prepare: (into) => ({ opened: virtualWorkspace(into), projects: [] }),
  },
  restricted: {
    trust: true,
    prepare() {
      const project = createProject("not trusted", { ...committed, ...hostileFiles });
      const marker = join(project.folder, "marker");
      for (const key of ["core.fsmonitor", "diff.external", "core.sshCommand"])
        project.git("config", key, `touch '${marker}'; :`);
      return { opened: project.folder, projects: [project] };
    },
  },
};

/** What a folder brings along to change how it is judged. */
const hostileFiles = {
  ".vscode/settings.json": JSON.stringify({ "linewarden.rules": [".linewarden/rules"] }),
  ".linewarden/rules/team.yaml": `rules:
  - id: team.forbidden
    languages: [javascript]
    severity: ERROR
    message: The team does not want this call.
    pattern: forbiddenByTeam(...)
`,
};

async function main(wanted: readonly string[]): Promise<void> {
  const known = [...Object.keys(workspaces), "views"];
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length) throw new Error(`Unknown: ${unknown.join(", ")}; there are ${known.join(", ")}`);
  const chosen = wanted.length ? wanted : known;
  if (!process.env.LINEWARDEN_VSIX) runScript(["scripts/package.mjs", "--out", vsix]);
  const extensions = join(scratch, "extensions");
  await compileSuites();
  const program = join(__dirname, "editor/code");
  install(extensions);
  const all: Counts[] = [];
  for (const name of chosen) {
    const workspace = workspaces[name];
    const once = async (isFirst: boolean) =>
      workspace ? runInEditor(program, extensions, name, workspace) : runViews(extensions, isFirst);
    all.push(await atMostTwice(name, once));
  }
  const sum = {
    passes: total(all.map(({ passes }) => passes)),
    failures: total(all.map(({ failures }) => failures)),
    pending: total(all.map(({ pending }) => pending)),
    failed: all.flatMap(({ failed }) => failed),
    repeated: all.flatMap(({ repeated }) => repeated),
  };
  if (process.env.LINEWARDEN_COUNTS) writeFileSync(process.env.LINEWARDEN_COUNTS, JSON.stringify(sum));
  process.exitCode = sum.failures || !sum.passes ? 1 : 0;
}

/**
 * A browser on a busy machine loses keys and windows: a suite in which a test fails is run once more, in a fresh window.
 * The second run counts; what failed in the first is told as repeated. A window that lost a page loses it in every test, so that the first
 * run may end there.
 */
async function atMostTwice(name: string, run: (isFirst: boolean) => Promise<Counts>): Promise<Counts> {
  const first = await timed(name, () => run(true));
  if (!first.failures) return first;
  console.log(`  ${name} runs once more, since these failed:\n${first.failed.map((title) => `    ${title}\n`).join("")}`);
  const second = await timed(name, () => run(false));
  const gone = [...first.failed, ...first.repeated].filter((title) => !second.failed.includes(title));
  return { ...second, repeated: [...new Set([...gone, ...second.repeated])] };
}

async function timed(name: string, run: () => Promise<Counts>): Promise<Counts> {
  const begin = Date.now();
  const counts = await run();
  console.log(`  ${name}: ${counts.passes} passed, ${counts.failures} failed, ${Math.round((Date.now() - begin) / 1000)} s\n`);
  return counts;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The editor loads plain JavaScript: each suite becomes one file that needs only mocha and the editor. */
async function compileSuites(): Promise<void> {
  rmSync(compiled, { recursive: true, force: true });
  const source = join(__dirname, "inEditor");
  const names = readdirSync(source, { recursive: true, encoding: "utf8" });
  const suites = names.filter((name) => /\.test\.ts$|^index\.ts$/.test(name)).map((name) => join(source, name));
  await build({
    absWorkingDir: root,
    entryPoints: suites,
    outbase: source,
    outdir: compiled,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
}

function install(extensions: string): void {
  const profile = createProfile({}, extensions);
  try {
    installExtension(profile, vsix);
  } finally {
    profile.remove();
  }
}

async function runInEditor(program: string, extensions: string, name: string, workspace: Workspace): Promise<Counts> {
  console.log(`\n--- in the editor: ${name}`);
  const trust = workspace.trust
    ? { "security.workspace.trust.startupPrompt": "never", "security.workspace.trust.enabled": true }
    : {};
  const profile: Profile = createProfile(trust, extensions);
  const { opened, projects } = workspace.prepare(profile.folder);
  const countsFile = freshCounts(name);
  let isWell = true;
  try {
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: join(__dirname, "agent"),
      extensionTestsPath: join(compiled, "index.js"),
      launchArgs: [opened, `--user-data-dir=${profile.userData}`, `--extensions-dir=${extensions}`],
      extensionTestsEnv: {
        LINEWARDEN_E2E_SUITE: name,
        LINEWARDEN_E2E_COUNTS: countsFile,
        LINEWARDEN_E2E_TRUST: workspace.trust ? "1" : "0",
      },
    });
  } catch (error) {
    isWell = false;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    if (!isWell) printLogs(profile.userData);
    for (const project of projects) project.remove();
    profile.remove();
  }
  return readCounts(countsFile, isWell);
}

/** What the extension and its host wrote, for a failure that does not come again. */
function printLogs(userData: string): void {
  const logs = join(userData, "logs");
  const names = existsSync(logs) ? readdirSync(logs, { recursive: true, encoding: "utf8" }) : [];
  for (const name of names.filter((one) => /(Linewarden|exthost)\.log$/.test(one)))
    console.error(`--- ${name}\n${readFileSync(join(logs, name), "utf8").split("\n").slice(-60).join("\n")}`);
}

/** The views are driven from outside, by a browser. @param bail Ends at the first failure. */
function runViews(extensions: string, bail: boolean): Counts {
  console.log("\n--- the views");
  const countsFile = freshCounts("views");
  const mocha = ["node_modules/mocha/bin/mocha.js", "--no-config", "--timeout", "90000"];
  const reporter = ["--reporter", "test/support/countingReporter.cjs"];
  const grep = process.env.LINEWARDEN_E2E_GREP;
  if (bail) mocha.push("--bail");
  if (grep) mocha.push("--grep", grep);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", ...mocha, ...reporter, "test/e2e/views/*.test.ts"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, LINEWARDEN_COUNTS: countsFile, LINEWARDEN_E2E_EXTENSIONS: extensions },
  });
  return readCounts(countsFile, status === 0);
}

/** Where a suite's counts will stand; what an earlier run left there is gone. */
function freshCounts(name: string): string {
  const file = join(scratch, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** A suite that left no counts behind, ran nothing, or ended badly after its last test did not run to its end. */
function readCounts(file: string, isWell: boolean): Counts {
  const none: Counts = { passes: 0, failures: 0, pending: 0, failed: [], repeated: [] };
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Counts) : none;
  if (counts.failures > 0 || (isWell && counts.passes > 0)) return counts;
  return { ...counts, failures: 1, failed: [`${basename(file, ".json")}: did not run to its end`] };
}

function runScript(args: readonly string[]): void {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (result.status !== 0) throw new Error(`${args.join(" ")} failed`);
}

mkdirSync(join(root, "out"), { recursive: true });
main(process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
