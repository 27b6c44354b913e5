/** Where this user's caches are kept: outside of every workspace, and never needed for a result. */

import { homedir } from "node:os";
import path from "node:path";

/**
 * `LINEWARDEN_CACHE`, else a folder in the system's for caches: `XDG_CACHE_HOME` (XDG Base Directory Specification), `LOCALAPPDATA` on
 * Windows, `Library/Caches` on macOS.
 *
 * @returns Absolute; it may not be there yet.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { LINEWARDEN_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  if (own && path.isAbsolute(own)) return own;
  if (xdg && path.isAbsolute(xdg)) return path.join(xdg, "linewarden");
  if (platform === "win32" && local) return path.join(local, "linewarden", "cache");
  return path.join(homedir(), platform === "darwin" ? "Library/Caches" : ".cache", "linewarden");
}
