// The headless browser that shows code-server's window.
import { type Browser, chromium } from "playwright-core";

const quietly = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Starts Debian's Chromium; the caller closes it. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: ["--headless", ...quietly] });
}

/** Address of a window with this folder, or with this `.code-workspace` file, open. */
export function windowAddress(
  server: string,
  opened: string | undefined,
  payload?: readonly (readonly [string, string])[],
): string {
  const address = new URL(server);
  if (opened === undefined) address.searchParams.set("ew", "true");
  else address.searchParams.set(opened.endsWith(".code-workspace") ? "workspace" : "folder", opened);
  if (payload) address.searchParams.set("payload", JSON.stringify(payload));
  return address.href;
}
