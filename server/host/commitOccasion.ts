/** What kind of commit a git hook is called for: git itself does not tell pre-commit that a commit is amended. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface CommitOccasion {
  /** `undefined` when the command line of git could not be read. */
  readonly amend: boolean | undefined;
}

/**
 * Reads the command line of the git that called the hook. The launcher replaces the hook's shell, so git is the parent, or one or two
 * shells above it where a hook of somebody else calls the launcher.
 *
 * @param aliasOf the value of the git alias of that name, if there is one: `git amend` may stand for `commit --amend`.
 */
export async function commitOccasion(
  parent: number,
  aliasOf: (name: string) => Promise<string | undefined>,
): Promise<CommitOccasion> {
  let pid: number | undefined = parent;
  for (let level = 0; level < 5 && pid !== undefined && pid > 1; level++) {
    const process = readProcess(pid);
    if (!process) break;
    const words = gitWords(process.words);
    if (words) return { amend: await isAmend(words, aliasOf) };
    pid = process.parent;
  }
  return { amend: undefined };
}

/** The words after `git` and its own options: the subcommand and its arguments. `undefined` for another program. */
export function gitWords(words: readonly string[]): readonly string[] | undefined {
  const [program = "", ...rest] = words;
  if (!/(^|[\\/])git(\.exe)?$/.test(program)) return undefined;
  const takesValue = new Set([
    "-C",
    "-c",
    "--git-dir",
    "--work-tree",
    "--namespace",
    "--exec-path",
    "--config-env",
    "--super-prefix",
  ]);
  let index = 0;
  while (index < rest.length && (rest[index] ?? "").startsWith("-")) index += takesValue.has(rest[index] ?? "") ? 2 : 1;
  return rest.slice(index);
}

async function isAmend(words: readonly string[], aliasOf: (name: string) => Promise<string | undefined>): Promise<boolean> {
  const [command = "", ...rest] = words;
  if (command !== "commit" && command !== "") {
    const alias = await aliasOf(command);
    if (alias && !alias.startsWith("!")) return hasAmend([...alias.split(/\s+/), ...rest]);
  }
  return hasAmend(rest);
}

/** Options of `git commit` whose value is the next word: short ones may be joined, as in `-am`. */
const takesNext =
  /^(-[a-zA-Z]*[mFcCt]|--(message|file|author|date|template|reuse-message|reedit-message|fixup|squash|cleanup|trailer))$/;

/** git takes any unambiguous beginning of a long option; after `--` only paths follow, and a message may say anything. */
function hasAmend(words: readonly string[]): boolean {
  let amend = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--") break;
    if (takesNext.test(word)) index++;
    else if (word.length >= 4 && "--amend".startsWith(word)) amend = true;
    else if (word === "--no-amend") amend = false;
  }
  return amend;
}

function readProcess(pid: number): { readonly words: readonly string[]; readonly parent: number | undefined } | undefined {
  try {
    if (process.platform === "linux") {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1);
      // The second field is the program's name in parentheses and may hold spaces; the parent is two fields after it.
      const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop() ?? "";
      return { words, parent: Number(after.split(" ")[1]) || undefined };
    }
    if (process.platform === "win32") return undefined;
    const [parent = "", ...words] = execFileSync("/bin/ps", ["-o", "ppid=,args=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .split(/\s+/);
    return { words, parent: Number(parent) || undefined };
  } catch {
    return undefined;
  }
}
