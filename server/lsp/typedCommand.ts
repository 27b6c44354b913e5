/** The command line need not be installed where the extension is; the launcher of the gate is. */

import { join, relative } from "node:path";
import type { Repository } from "../host/git.ts";

/** What a person types at the top of the repository. */
export function typedCommand({ root, commonDir }: Repository, words: string): string {
  const launcher = join(commonDir, "linewarden", "launch");
  const shown = relative(root, launcher).startsWith("..") ? launcher : relative(root, launcher).replaceAll("\\", "/");
  return `sh "${shown}" ${words}`;
}
