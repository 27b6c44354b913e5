/** The one place that calls git: reading commands only, so that no program that a repository's configuration names is run. */

import { execFile } from "node:child_process";
import { existsSync, realpathSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { findGit, safePath } from "./findGit.ts";
import { isEndless, unreadableByGit } from "./readableByGit.ts";
import { messageOf, UserError } from "./userError.ts";

interface GitResult {
  /** Exit status; 128 when git could not be started or was ended. */
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly timedOut?: true;
}

interface GitOptions {
  readonly input?: Buffer | string;
  /** Absolute path of another index than the repository's. */
  readonly indexFile?: string;
}

/** Which configuration files are asked; `effective` is what git would use. */
type ConfigScope = "local" | "global" | "system" | "worktree" | "effective";

export interface Repository {
  /** Top folder of the work tree; of a bare repository its own folder. Absolute, not resolved through links. */
  readonly root: string;
  /** Absolute. */
  readonly gitDir: string;
  /** The folder that linked worktrees share; absolute. */
  readonly commonDir: string;
  readonly bare: boolean;
  /** Set by a hook's environment: the index that git is about to commit; absolute. */
  readonly indexFile: string | undefined;
  /** Runs a reading command at the root. Never rejects for git's own failures: look at `code`. */
  git(args: readonly string[], options?: GitOptions): Promise<GitResult>;
  /** First line of the output without its line end; undefined when git failed or printed nothing. */
  line(args: readonly string[]): Promise<string | undefined>;
  /** The configured value, untouched by our own overrides; paths are expanded. Undefined when it is not set. */
  configValue(key: string, scope?: ConfigScope): Promise<string | undefined>;
}

export interface OpenOptions {
  /** In a git hook: take GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE and the like from this environment. */
  readonly hookEnvironment?: NodeJS.ProcessEnv;
  /** The same with the environment of this process. */
  readonly fromHook?: boolean;
}

export type RepositoryLookup =
  | { readonly kind: "found"; readonly repository: Repository }
  | { readonly kind: "no repository" }
  /** git is not installed, or refuses this repository; `detail` says why and what to do. */
  | { readonly kind: "no git" | "refused"; readonly detail: string };

/** Commands that only read and, with the options that `guard` insists on, start no other program. */
const readingCommands: ReadonlySet<string> = new Set([
  "cat-file",
  "check-attr",
  "check-ignore",
  "config",
  "diff-index",
  "diff-tree",
  "for-each-ref",
  "grep",
  "ls-files",
  "ls-tree",
  "merge-base",
  "rev-list",
  "rev-parse",
  "symbolic-ref",
]);

/** What the repository's configuration may not decide. An empty value switches the helper off in every version of git. */
const overrides: readonly string[] = [
  "core.fsmonitor=",
  "core.hooksPath=/dev/null",
  "core.untrackedCache=false",
  "core.pager=cat",
  "core.askPass=",
  "core.sshCommand=",
  "core.gitProxy=",
  "core.alternateRefsCommand=",
  "core.quotePath=false",
  "credential.helper=",
  "diff.ignoreSubmodules=none",
  "log.showSignature=false",
  "protocol.allow=never",
  "safe.bareRepository=explicit",
  "submodule.recurse=false",
  "maintenance.auto=false",
  "gc.auto=0",
];

const searchOptions = ["--no-textconv", "--no-recurse-submodules", "--no-color"];

const timeoutMs = 120_000;
/** Milliseconds for the first question, which asks for nothing but the repository's own files. */
const firstTimeoutMs = 30_000;

/**
 * @returns The repository that `dir` lies in; undefined when it lies in none or git is not installed.
 * @throws UserError when git refuses the repository, for instance because it belongs to another user.
 */
export async function openRepository(dir: string, options: OpenOptions = {}): Promise<Repository | undefined> {
  const lookup = await findRepository(dir, options);
  if (lookup.kind === "refused") throw new UserError(lookup.detail);
  return lookup.kind === "found" ? lookup.repository : undefined;
}

/** Milliseconds for which a repository that was found is not asked for again: a command asks three times, and each time is a process. */
const keptMs = 2000;
const lookups = new Map<string, Promise<RepositoryLookup>>();

/**
 * As openRepository, with the reason where there is none. Never throws. Who asks while another one does, or a moment later, gets the
 * same answer as long as `.git` is the same to look at.
 */
export async function findRepository(dir: string, options: OpenOptions = {}): Promise<RepositoryLookup> {
  const hook = options.hookEnvironment ?? (options.fromHook ? process.env : undefined);
  const place = placeOf(dir, hook);
  if (!place) return { kind: "no repository" };
  const program = findGit(process.env, place.root);
  if (!program) return { kind: "no git", detail: "git was not found on the PATH." };
  const endless = unreadableByGit(place.root, place.gitDir ?? path.join(place.root, ".git"));
  if (endless) return { kind: "refused", detail: `git cannot open ${place.root}: ${endless} is not a regular file.` };
  const key = JSON.stringify([program, place, stampOf(place)]);
  const known = lookups.get(key);
  if (known) return known;
  const asked = askGit(program, place);
  lookups.set(key, asked);
  let isFound = false;
  try {
    const answer = await asked;
    isFound = answer.kind === "found";
    return answer;
  } finally {
    if (isFound) setTimeout(() => lookups.delete(key), keptMs).unref();
    else lookups.delete(key);
  }
}

/** Changes with what decides whether git takes the folder for a repository. */
function stampOf({ root, gitDir = path.join(root, ".git") }: Place): string {
  const config = statOf(path.join(gitDir, "config"));
  const head = statOf(path.join(gitDir, "HEAD"));
  const folder = statOf(gitDir);
  return [folder?.ino, folder?.uid, config?.ctimeMs, config?.size, head?.ctimeMs, head?.size].join();
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

async function askGit(program: string, place: Place): Promise<RepositoryLookup> {
  const environment = cleanEnvironment(process.env, place);
  // What hangs once would hang each time.
  let hung: GitResult | undefined;
  const run = async (args: readonly string[], more: GitOptions = {}, limitMs = timeoutMs): Promise<GitResult> => {
    const result = hung ?? (await runGit(program, place.root, environment, args, more, limitMs));
    if (result.timedOut) hung = { ...result, stdout: Buffer.alloc(0) };
    return result;
  };
  const [found, patterns] = await Promise.all([
    run(["rev-parse", "--is-bare-repository", "--absolute-git-dir", "--git-common-dir"], {}, firstTimeoutMs),
    run(["config", "-z", "--type=path", "--get-regexp", patternFiles], {}, firstTimeoutMs),
  ]);
  if (found.code !== 0) return { kind: "refused", detail: whyRefused(place.root, found.stderr) };
  const [key, file] = namedFiles(patterns.stdout).find(([, named]) => isEndless(path.resolve(place.root, named))) ?? [];
  if (key)
    return { kind: "refused", detail: `git cannot open ${place.root}: ${key} names ${file}, which is not a regular file.` };
  const [bare, gitDir, commonDir] = found.stdout.toString("utf8").split("\n");
  if (!gitDir || !commonDir) return { kind: "refused", detail: `git gave no folder for ${place.root}.` };
  // Of a linked worktree or a submodule only now is it known where they are.
  for (const folder of new Set([gitDir, commonDir])) {
    const endless = unreadableByGit(place.root, path.resolve(place.root, folder));
    if (endless) return { kind: "refused", detail: `git cannot open ${place.root}: ${endless} is not a regular file.` };
  }
  return {
    kind: "found",
    repository: {
      root: place.root,
      gitDir: path.resolve(place.root, gitDir),
      commonDir: path.resolve(place.root, commonDir),
      bare: bare === "true" && place.workTree === undefined,
      indexFile: place.indexFile,
      git: run,
      async line(args) {
        const { code, stdout } = await run(args);
        return code === 0 ? stdout.toString("utf8").split("\n")[0] || undefined : undefined;
      },
      async configValue(key, scope = "effective") {
        // What a file includes counts too, which git asks for only where no scope is named.
        const where = scope === "effective" ? [] : [`--${scope}`, "--includes"];
        const { code, stdout } = await run(["config", ...where, "-z", "--type=path", "--get", key]);
        return code === 0 ? stdout.toString("utf8").split("\0")[0] : undefined;
      },
    },
  };
}

const patternFiles = "^core\\.(excludesfile|attributesfile)$";

function namedFiles(output: Buffer): (readonly [key: string, file: string])[] {
  return output
    .toString("utf8")
    .split("\0")
    .flatMap((entry) => {
      const end = entry.indexOf("\n");
      return end === -1 ? [] : [[entry.slice(0, end), entry.slice(end + 1)] as const];
    });
}

interface Place {
  readonly root: string;
  /** Absent for a bare repository. */
  readonly workTree: string | undefined;
  readonly gitDir: string | undefined;
  readonly commonDir: string | undefined;
  readonly indexFile: string | undefined;
}

/**
 * The work tree is the folder that holds `.git`, whatever `core.worktree` says: a repository must not be able to name
 * another folder of the user's as its own.
 */
function placeOf(dir: string, hook: NodeJS.ProcessEnv | undefined): Place | undefined {
  const start = path.resolve(dir);
  const absolute = (value: string | undefined): string | undefined => (value ? path.resolve(start, value) : undefined);
  const indexFile = absolute(hook?.GIT_INDEX_FILE);
  const commonDir = absolute(hook?.GIT_COMMON_DIR);
  const gitDir = absolute(hook?.GIT_DIR);
  const named = absolute(hook?.GIT_WORK_TREE);
  const found = upwards(start, hasGit) ?? upwards(real(start), hasGit);
  // A hook of an ordinary repository names the `.git` that discovery finds too. Discovery is kept there: it checks the owner.
  const own = gitDir === undefined || (found !== undefined && real(gitDir) === real(path.join(found, ".git")));
  // A hook runs at the top of the work tree.
  const root = named ?? (own ? found : start);
  if (root) return { root, workTree: root, gitDir: own ? undefined : gitDir, commonDir, indexFile };
  const bare = upwards(start, looksBare);
  return bare ? { root: bare, workTree: undefined, gitDir: bare, commonDir, indexFile } : undefined;
}

function upwards(start: string, test: (dir: string) => boolean): string | undefined {
  for (let dir = start; ; dir = path.dirname(dir)) {
    if (test(dir)) return dir;
    if (path.dirname(dir) === dir) return undefined;
  }
}

function hasGit(dir: string): boolean {
  const entry = path.join(dir, ".git");
  if (isFile(entry)) return true;
  return existsSync(path.join(entry, "HEAD"));
}

function looksBare(dir: string): boolean {
  return isFile(path.join(dir, "HEAD")) && existsSync(path.join(dir, "objects")) && existsSync(path.join(dir, "refs"));
}

function isFile(file: string): boolean {
  return statOf(file)?.isFile() ?? false;
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

const kept =
  /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)|DISCOVERY_ACROSS_FILESYSTEM|TEST_ASSUME_DIFFERENT_OWNER)$/;

/** The caller's environment without what would redirect git or make it start a program. */
function cleanEnvironment(environment: NodeJS.ProcessEnv, place: Place): NodeJS.ProcessEnv {
  const clean: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(environment)) {
    if (/^GIT_/i.test(name) && !kept.test(name)) continue;
    if (/^(PATH|LC_.*|LANG|LANGUAGE|PAGER|EDITOR|VISUAL|SSH_ASKPASS)$/i.test(name)) continue;
    clean[name] = value;
  }
  return {
    ...clean,
    PATH: safePath(environment, place.root).join(path.delimiter),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    // Names no protocol that exists: overrules every protocol.*.allow of the repository.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_PAGER: "cat",
    // A broken `.git` must not make git take a repository further up for this folder's.
    GIT_CEILING_DIRECTORIES: path.dirname(real(place.root)),
    ...(place.workTree === undefined ? {} : { GIT_WORK_TREE: place.workTree }),
    ...(place.gitDir === undefined ? {} : { GIT_DIR: place.gitDir }),
    ...(place.commonDir === undefined ? {} : { GIT_COMMON_DIR: place.commonDir }),
    ...(place.indexFile === undefined ? {} : { GIT_INDEX_FILE: place.indexFile }),
  };
}

function runGit(
  program: string,
  cwd: string,
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
  options: GitOptions,
  limitMs: number,
): Promise<GitResult> {
  const command = guard(args);
  const env = {
    ...environment,
    ...(options.indexFile === undefined ? {} : { GIT_INDEX_FILE: options.indexFile }),
    // The one refuses literal names, which it takes anyway but for a leading colon; the other is given patterns of names.
    ...(/^(check-ignore|grep)$/.test(args[0] ?? "") ? { GIT_LITERAL_PATHSPECS: "0" } : {}),
  };
  return new Promise((resolve) => {
    const child = execFile(
      program,
      command,
      {
        cwd,
        env,
        encoding: "buffer",
        maxBuffer: Number.POSITIVE_INFINITY,
        timeout: limitMs,
        killSignal: "SIGKILL",
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 128;
        const said = stderr.toString("utf8");
        if (error?.killed) {
          resolve({
            code: 128,
            stdout,
            stderr: `git ${args[0]} did not answer within ${limitMs / 1000} seconds`,
            timedOut: true,
          });
          return;
        }
        resolve({ code, stdout, stderr: said === "" && error ? messageOf(error) : said });
      },
    );
    // git may end before it has read everything; its exit status then says why.
    child.stdin?.on("error", () => {});
    child.stdin?.end(options.input ?? "");
  });
}

/** @throws Error for a command that could start a program: that is a mistake in this code, never the user's. */
function guard(args: readonly string[]): string[] {
  const [command = "", ...rest] = args;
  if (!readingCommands.has(command)) throw new Error(`git ${command} is not one of the reading commands.`);
  if (command === "diff-index" && !rest.includes("--cached"))
    throw new Error("git diff-index would run filters on the work tree.");
  if (command === "cat-file" && rest.some((arg) => /^--(filters|textconv)/.test(arg)))
    throw new Error("git cat-file would run filters.");
  if (command === "grep" && rest.some((arg) => /^(-O|--open|--textconv)/.test(arg)))
    throw new Error("git grep would run a pager or filters.");
  if (command === "config") {
    if (!rest.some((arg) => /^--get(-all|-regexp)?$/.test(arg))) throw new Error("git config is only read.");
    // Without the overrides, which would hide what is configured. Reading the configuration starts nothing.
    return ["--no-pager", command, ...rest];
  }
  const more = command.startsWith("diff-") ? ["--no-ext-diff", "--no-textconv"] : command === "grep" ? searchOptions : [];
  return ["--no-pager", "--no-replace-objects", ...overrides.flatMap((item) => ["-c", item]), command, ...more, ...rest];
}

function whyRefused(root: string, stderr: string): string {
  if (/dubious ownership|unsafe repository/.test(stderr))
    return `git refuses ${root} because it belongs to another user. If you trust it, run: git config --global --add safe.directory ${JSON.stringify(root)}`;
  const first = stderr.split("\n").find((line) => line.trim() !== "") ?? "git failed without a message";
  return `git cannot open ${root}: ${first.replace(/^(fatal|error): /, "")}`;
}
