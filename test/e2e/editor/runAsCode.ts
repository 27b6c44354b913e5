// Understands the flags with which tests start desktop VS Code, and runs them in code-server and a headless browser.
import { resolve } from "node:path";
import { startBrowser, windowAddress } from "./browser.ts";
import { startCodeServer } from "./codeServer.ts";

const limitMs = Number(process.env.LINEWARDEN_E2E_LIMIT_MS ?? 240_000);
const failed = 99;
/** What the workbench itself logs, about services that are not there. */
const noise =
  /^Timed out waiting for authentication|^\[(AgentHost|ChatModel|RemoteAgentHost|AccountPolicy|reconnection|Service Worker)|^getaddrinfo|^Creating a socket|connection token|^Updating additional|^%c/;

/** Runs the suite; the result is its exit code. */
async function runSuite(args: readonly string[]): Promise<number> {
  const folders = { userData: required(args, "user-data-dir"), extensions: required(args, "extensions-dir") };
  const server = await startCodeServer(folders, { testDriver: true, workspaceTrust: process.env.LINEWARDEN_E2E_TRUST === "1" });
  const stopped = stopOnSignals(server.stop);
  const browser = await startBrowser().catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    await page.exposeFunction("codeAutomationLog", (type: string, values: unknown[]) => {
      if (!noise.test(String(values[0]))) (type === "error" || type === "warn" ? console.error : console.log)(...values);
    });
    const finished = new Promise<number>((done, reject) => {
      const timer = setTimeout(() => reject(new Error(`No result after ${limitMs} ms`)), limitMs);
      page.on("crash", () => reject(new Error("The page crashed")));
      void page.exposeFunction("codeAutomationExit", (code: number) => {
        clearTimeout(timer);
        done(code);
      });
    });
    const payload = [
      ["extensionDevelopmentPath", remote(required(args, "extensionDevelopmentPath"))],
      ["extensionTestsPath", remote(required(args, "extensionTestsPath"))],
      ["skipWelcome", "true"],
    ] as const;
    const opened = args.find((argument) => !argument.startsWith("-"));
    await page.goto(windowAddress(server.address, opened, payload));
    return await Promise.race([finished, stopped]);
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

/** In the page, files of the machine are remote files. */
function remote(path: string): string {
  return `vscode-remote://remote${resolve(path)}`;
}

function required(args: readonly string[], name: string): string {
  const prefix = `--${name}=`;
  const value = args.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  if (value === undefined) throw new Error(`--${name}= is missing`);
  return value;
}

function stopOnSignals(stop: () => Promise<void>): Promise<number> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        void stop().then(() => done(failed));
      });
  });
}

runSuite(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(failed);
  },
);
