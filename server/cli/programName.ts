/** What a person can type to call this program. */

import { existsSync } from "node:fs";
import path from "node:path";
import { displayPath, quoteForShell } from "./output/printReport.ts";

/**
 * `linewarden` where a shell finds it; else the launcher of the gate, which is there for whoever has only the editor's extension.
 *
 * @param commonDir The repository's common git folder. @param cwd Where the person stands.
 */
export function programName(commonDir: string, cwd: string, env: NodeJS.ProcessEnv): string {
  const folders = (env.PATH ?? env.Path ?? "").split(path.delimiter).filter(Boolean);
  const names = process.platform === "win32" ? ["linewarden.cmd", "linewarden.exe"] : ["linewarden"];
  if (folders.some((folder) => names.some((name) => existsSync(path.join(folder, name))))) return "linewarden";
  const launcher = path.join(commonDir, "linewarden", "launch");
  return existsSync(launcher) ? `sh ${quoteForShell(displayPath(commonDir, "linewarden/launch", cwd))}` : "linewarden";
}
