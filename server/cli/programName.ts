/** What a person can type to call this program. */

import { existsSync } from "node:fs";
import path from "node:path";
import { findRepository } from "../host/git.ts";
import { displayPath, quoteForShell } from "./output/displayPath.ts";

/**
 * `linewarden` where a shell finds it; else the launcher of the gate, which is there for whoever has only the editor's extension;
 * else Node with the file that runs now, as in a checkout.
 *
 * @param commonDir The repository's common git folder. @param cwd Where the person stands.
 */
export function programName(commonDir: string, cwd: string, env: NodeJS.ProcessEnv): string {
  const launcher = path.join(commonDir, "linewarden", "launch");
  if (isOnPath(env)) return "linewarden";
  if (!existsSync(launcher)) return asCalled(cwd);
  return `sh ${quoteForShell(displayPath(commonDir, "linewarden/launch", cwd))}`;
}

/** As programName, in the repository around a folder; there may be none. */
export async function programNameIn(folder: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  if (isOnPath(env)) return "linewarden";
  const lookup = await findRepository(folder);
  return lookup.kind === "found" ? programName(lookup.repository.commonDir, cwd, env) : asCalled(cwd);
}

/** @param script The file that Node runs. */
function asCalled(cwd: string, script = process.argv[1]): string {
  // A link such as npm's has the program's name.
  if (script === undefined || !script.endsWith(".js")) return "linewarden";
  return `node ${quoteForShell(displayPath("", script, cwd))}`;
}

function isOnPath(env: NodeJS.ProcessEnv): boolean {
  const folders = (env.PATH ?? env.Path ?? "").split(path.delimiter).filter(Boolean);
  const names = process.platform === "win32" ? ["linewarden.cmd", "linewarden.exe"] : ["linewarden"];
  return folders.some((folder) => names.some((name) => existsSync(path.join(folder, name))));
}
