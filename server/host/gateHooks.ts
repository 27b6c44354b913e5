/** Puts the gate's git hooks in place and takes them out again; hooks of others are kept, run first, and come back unchanged. */

import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { listOf, type Translate, untranslated } from "../review/translate.ts";
import { type LauncherPaths, launcherScript, readLauncherPaths } from "./gateLauncher.ts";
import { findRepository, type Repository } from "./git.ts";
import { configuredManager, filesThatCallGate, findHookManager, type HookManager, readHook } from "./hookManagers.ts";
import { type HookName, hookNames, hookScript, isOurHook, isUnedited, keptSuffix } from "./hookScripts.ts";
import { UserError } from "./userError.ts";

export interface GateResult {
  /** True when the gate stands in this repository's hooks after the call. */
  readonly installed: boolean;
  /** For a person, one thing a line. */
  readonly lines: readonly string[];
}

/** Where a value may come from; without `extensions.worktreeConfig`, git takes the file of the worktree for the local one. */
const scopes = ["local", "worktree", "global", "system"] as const;

interface HooksFolder {
  readonly path: string;
  /** Where core.hooksPath was set; absent for git's own folder. */
  readonly scope?: (typeof scopes)[number];
  /** core.hooksPath is set to nothing: git then finds no hook at all. */
  readonly off?: boolean;
}

/**
 * Installs `pre-commit` and `pre-merge-commit`, and `post-commit`, `post-rewrite` and `post-applypatch` (`git am`) for the notice. May be called again.
 * Where another tool writes the hooks (husky, lefthook, pre-commit), or core.hooksPath leads out of the repository, no hook is
 * touched: only the launcher is written, and the lines say what to add.
 *
 * @param undo How the person takes it out again; asked when the launcher is written. @param t The language of what is said.
 */
export async function installGate(
  repository: Repository,
  paths: LauncherPaths,
  undo = () => "linewarden gate remove",
  t: Translate = untranslated,
): Promise<GateResult> {
  const folder = await hooksFolder(repository);
  writeLauncher(repository, { ...launcherOf(repository), ...paths });
  const manager = findHookManager(repository.root, folder.path, t);
  if (manager) return besideManager(repository, manager, folder.path, t);
  if (folder.scope && (folder.off || !isInside(folder.path, repository)))
    return { installed: false, lines: whyElsewhere(repository, folder.scope, folder, t) };
  mkdirSync(folder.path, { recursive: true });
  const isShared = folder.scope !== undefined && !isBelow(repository.commonDir, folder.path);
  const lines = hookNames.map((name) => installHook(folder.path, name, repository.root, isShared, t));
  if (isShared)
    lines.push(t("These files may be committed: in a clone where nobody installed the gate they say so and let commits pass."));
  lines.push(
    t("Commits that introduce a high finding are stopped. Undo: {0}", undo()),
    ...(await worktreesWithout(repository, t)),
  );
  if (repository.bare)
    lines.push(t("This is a bare repository: commits in its worktrees are gated; what is pushed to it is not looked at."));
  const later = configuredManager(repository.root, t);
  if (later)
    lines.push(
      t("This repository is set up for {0}, which may replace these hooks when it installs its own.", later.name),
      later.advice,
    );
  return { installed: true, lines };
}

function whyElsewhere({ commonDir }: Repository, scope: string, { off, path }: HooksFolder, t: Translate): string[] {
  const set = `git config ${scope === "worktree" ? "--worktree" : "--local"} core.hooksPath "${join(commonDir, "hooks")}"`;
  return [
    off
      ? t("core.hooksPath ({0} configuration) is set to nothing, so that git runs no hook.", scope)
      : t("core.hooksPath ({0} configuration) is {1}, outside of this repository; nothing was changed there.", scope, path),
    t("To gate this repository alone: {0}, then install again.", set),
  ];
}

/** Where another tool writes the hooks: what calls the gate already, and what is still to be added for it to run. */
async function besideManager(repository: Repository, manager: HookManager, hooks: string, t: Translate): Promise<GateResult> {
  const { root } = repository;
  const belong = t("The hooks of this repository belong to {0}; they were left as they are.", manager.name);
  if (!callsGate(root, manager)) return { installed: false, lines: [belong, manager.advice] };
  const calling = filesThatCallGate(root);
  const lines = [belong, t("The gate is called from {0}.", listOf(t, calling, calling.length))];
  if (!isPresent(join(hooks, "pre-commit"))) {
    const nothing = t(
      "But there is no hook in {0}, so git calls nothing and no commit is gated: run {1}.",
      hooks,
      `\`${manager.setUp}\``,
    );
    lines.push(nothing);
    return { installed: false, lines };
  }
  const speaksOfMerges = calling.some((file) => readHook(join(root, file))?.includes("pre-merge-commit"));
  if (!speaksOfMerges || !isPresent(join(hooks, "pre-merge-commit")))
    lines.push(t("Merges are not gated yet: nothing calls the gate in pre-merge-commit."), manager.advice);
  return { installed: true, lines: [...lines, ...(await worktreesWithout(repository, t))] };
}

/** Says in which other work trees of this repository git finds no gate: a relative core.hooksPath names another folder in each. */
async function worktreesWithout(repository: Repository, t: Translate): Promise<string[]> {
  const without: string[] = [];
  for (const top of otherWorktrees(repository)) {
    const other = await findRepository(top);
    if (other.kind === "found" && !(await isGateInstalled(other.repository))) without.push(top);
  }
  const names = without.join(", ");
  if (without.length === 0) return [];
  return [
    without.length === 1
      ? t(
          "No commit is gated in this other worktree of the repository, where git looks for hooks elsewhere: {0}. Install the gate there too, or commit the hooks.",
          names,
        )
      : t(
          "No commit is gated in these other worktrees of the repository, where git looks for hooks elsewhere: {0}. Install the gate there too, or commit the hooks.",
          names,
        ),
  ];
}

/** Their top folders, as git keeps them for the repository; those that are gone left out. */
function otherWorktrees({ commonDir, root }: Repository): string[] {
  const linked = join(commonDir, "worktrees");
  const pointers = isPresent(linked) ? readdirSync(linked).map((name) => readHook(join(linked, name, "gitdir"))?.trim()) : [];
  const tops = pointers.flatMap((pointer) => (pointer ? [dirname(resolve(commonDir, pointer))] : []));
  const main = basename(commonDir) === ".git" ? [dirname(commonDir)] : [];
  const own = realpathSync(root);
  return [...main, ...tops].filter((top) => existsSync(join(top, ".git")) && realpathSync(top) !== own);
}

/** Takes our hooks out, puts kept ones back, byte for byte, and removes the launcher. A hook that was edited since is left and named. */
export async function removeGate(repository: Repository, t: Translate = untranslated): Promise<GateResult> {
  const folder = await hooksFolder(repository);
  const outcomes = hookNames.map((name) => removeHook(folder.path, name, repository.root, t));
  const left = outcomes.filter((outcome) => outcome.left);
  if (left.length === 0)
    for (const name of ["launch", "launch.json"]) rmSync(join(repository.commonDir, "linewarden", name), { force: true });
  const calling = filesThatCallGate(repository.root).map((file) =>
    t("{0}: still calls the gate, and now only says that it is not installed; take the line with linewarden/launch out", file),
  );
  const lines = [...outcomes.flatMap((outcome) => outcome.line ?? []), ...calling];
  return { installed: left.length > 0, lines: lines.length ? lines : [t("There was no gate in this repository.")] };
}

/** Whether the gate stands in the hooks that git will call. */
export async function isGateInstalled(repository: Repository): Promise<boolean> {
  const folder = await hooksFolder(repository);
  if (folder.off) return false;
  const path = join(folder.path, "pre-commit");
  if (!existsSync(path)) return false;
  const text = readFileSync(path, "utf8");
  const manager = findHookManager(repository.root, folder.path);
  return isOurHook(text) || text.includes("linewarden/launch") || (manager !== undefined && callsGate(repository.root, manager));
}

/** Whether one of the manager's files calls the gate before a commit, which is what stops one. */
function callsGate(root: string, { files }: HookManager): boolean {
  return filesThatCallGate(root).some((file) => files.includes(file) && !/(?:post|merge)-[\w-]+$/.test(file));
}

/** Called by the editor when it starts: an extension that was updated or moved stays findable. Does nothing where no gate was installed. */
export function refreshLauncher(repository: Repository, paths: LauncherPaths): void {
  if (!existsSync(launcherFile(repository, "launch"))) return;
  const before = launcherOf(repository);
  const after = { ...before, ...paths };
  if (JSON.stringify(before) !== JSON.stringify(after)) writeLauncher(repository, after);
}

async function hooksFolder(repository: Repository): Promise<HooksFolder> {
  // As git sees it: from an included file or the worktree's own as well, the last one first.
  const value = await repository.configValue("core.hooksPath");
  if (value === undefined) return { path: join(repository.commonDir, "hooks") };
  const values = await Promise.all(scopes.map((scope) => repository.configValue("core.hooksPath", scope)));
  const scope = scopes[values.indexOf(value)] ?? "local";
  return value === ""
    ? { path: join(repository.commonDir, "hooks"), scope, off: true }
    : { path: resolve(repository.root, value), scope };
}

function isInside(path: string, repository: Repository): boolean {
  return [repository.root, repository.commonDir].some((folder) => isBelow(folder, path));
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !way.startsWith(`..${sep}`) && way !== ".." && resolve(folder, way) === path;
}

function installHook(folder: string, name: HookName, root: string, isShared: boolean, t: Translate): string {
  const path = join(folder, name);
  const shown = relative(root, path).split(sep).join("/");
  if (isPresent(path)) {
    if (isOurHook(readFileSync(path, "utf8"))) {
      writeHook(path, name, isShared);
      return t("{0}: brought up to date", shown);
    }
    const kept = `${path}${keptSuffix}`;
    if (isPresent(kept))
      throw new UserError(
        t("{0} is in the way: a hook was kept there before, and another one stands in its place now. Move one of them.", kept),
      );
    renameSync(path, kept);
    writeHook(path, name, isShared);
    return t("{0}: written; the hook that was here runs first, as {1}", shown, `${name}${keptSuffix}`);
  }
  writeHook(path, name, isShared);
  return t("{0}: written", shown);
}

function removeHook(
  folder: string,
  name: HookName,
  root: string,
  t: Translate,
): { readonly line?: string; readonly left?: boolean } {
  const path = join(folder, name);
  const shown = relative(root, path).split(sep).join("/");
  if (!isPresent(path) || !isOurHook(readFileSync(path, "utf8"))) return {};
  if (!isUnedited(readFileSync(path, "utf8")))
    return {
      line: t("{0}: edited since it was installed, so it was left; take its Linewarden lines out by hand", shown),
      left: true,
    };
  rmSync(path);
  const kept = `${path}${keptSuffix}`;
  if (!isPresent(kept)) return { line: t("{0}: removed", shown) };
  renameSync(kept, path);
  return { line: t("{0}: removed; the hook that was here before is back", shown) };
}

function writeHook(path: string, name: HookName, isShared: boolean): void {
  writeFileSync(path, hookScript(name, isShared), { mode: 0o755 });
  chmodSync(path, 0o755);
}

/** A dangling link counts too: it is somebody's. */
function isPresent(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function launcherFile(repository: Repository, name: "launch" | "launch.json"): string {
  return join(repository.commonDir, "linewarden", name);
}

function launcherOf(repository: Repository): LauncherPaths {
  const file = launcherFile(repository, "launch.json");
  return existsSync(file) ? readLauncherPaths(readFileSync(file, "utf8")) : {};
}

function writeLauncher(repository: Repository, paths: LauncherPaths): void {
  mkdirSync(join(repository.commonDir, "linewarden"), { recursive: true, mode: 0o700 });
  writeFileSync(launcherFile(repository, "launch.json"), `${JSON.stringify(paths, null, 2)}\n`, { mode: 0o600 });
  const launcher = launcherFile(repository, "launch");
  writeFileSync(launcher, launcherScript(paths), { mode: 0o755 });
  chmodSync(launcher, 0o755);
}
