/** Collects the rules of a run: those that come with Linewarden, those that are named, and the repository's own. */

import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { loadRules } from "../engine/rules/loadRules.ts";
import { withoutRepeatedIds } from "../engine/rules/repeatedIds.ts";
import type { Rule, RulePlace, RuleProblem } from "../engine/rules/rule.ts";
import { type PackedRules, type RuleBundle, unpackRules } from "../engine/rules/ruleBundle.ts";
import { digest } from "../store/contentCache.ts";
import { readOnce } from "../store/ruleCache.ts";
import { readTextFile } from "./files.ts";
import { buildStamp, resourceFolder, runsFromBuild } from "./resources.ts";
import { codeOf, messageOf, UserError } from "./userError.ts";

export interface RuleRequest {
  /** The rules that come with Linewarden. */
  readonly defaults: boolean;
  /** Files and folders that the user named; absolute. */
  readonly named: readonly string[];
  /** Folder whose `.linewarden/rules/` is read; absent in a workspace that is not trusted. */
  readonly workspaceRoot?: string;
  /** Rules that are left out by their ids. */
  readonly disabled?: readonly string[];
  /** Findings in tests, examples, generated and copied code count as they do anywhere. */
  readonly fullSeverity?: boolean;
  /** What a large file says may come from the user's cache; not for a verdict that stops a commit. */
  readonly mayBeKept?: true;
}

export interface RuleSet {
  /** Ids are unique: the first one wins, so that a repository cannot replace a rule that comes with Linewarden. */
  readonly rules: readonly Rule[];
  /** What could not be loaded, in the order of the files. Places name files as they were given. */
  readonly problems: readonly RuleProblem[];
  /** Ids of all rules that there are, broken and disabled ones among them; absent when some were not asked for or could not be read. */
  readonly knownIds?: readonly string[];
}

/** Where a repository keeps rules of its own. */
export const workspaceRuleFolder = path.join(".linewarden", "rules");

/** @throws UserError when something the user named does not exist or holds no rule that can be used. */
export async function loadRuleSet(request: RuleRequest): Promise<RuleSet> {
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  const taken = new Map<string, RulePlace>();
  const add = (more: readonly Rule[]): void => {
    const own = withoutRepeatedIds(more, taken);
    rules.push(...own.rules);
    problems.push(...own.problems);
  };
  if (request.defaults) add(defaultRules());
  const read = new Set<string>();
  for (const named of request.named) {
    const { files, ...loaded } = await loadNamed(named, request.mayBeKept);
    for (const file of files) read.add(realPath(file));
    problems.push(...loaded.problems);
    add(loaded.rules);
  }
  const own = request.workspaceRoot === undefined ? undefined : path.join(request.workspaceRoot, workspaceRuleFolder);
  if (own !== undefined && existsSync(own)) {
    const files = (await listRuleFiles(own)).filter((file) => !read.has(realPath(file)));
    const loaded = await loadFiles(files, request.workspaceRoot, undefined, request.mayBeKept);
    problems.push(...loaded.problems);
    add(loaded.rules);
  }
  const disabled = new Set(request.disabled);
  const whole = request.defaults && request.workspaceRoot !== undefined && problems.every(({ ruleId }) => ruleId !== undefined);
  const knownIds = [...taken.keys(), ...problems.flatMap(({ ruleId }) => ruleId ?? [])];
  const kept = rules.filter(({ id }) => !disabled.has(id));
  const weighed = request.fullSeverity ? kept.map((rule) => ({ ...rule, fullSeverity: true as const })) : kept;
  return { rules: weighed, problems, ...(whole ? { knownIds } : {}) };
}

let bundle: RuleBundle | undefined;

/** The compiled rules beside the program; read once. */
export function defaultRules(): readonly Rule[] {
  return defaultBundle().rules;
}

/** Reads them now, so that they are there when they are asked for; what is wrong with them is said then. */
export function warmUpRules(): void {
  try {
    defaultRules();
  } catch {
    // Said by whoever needs them.
  }
}

/** Whether it is one of those, as it came from their file. */
export function isDefaultRule(rule: Rule): boolean {
  return bundle?.rules.includes(rule) ?? false;
}

/** With the models that users' rules may refer to, too. */
function defaultBundle(): RuleBundle {
  const file = path.join(resourceFolder(), "rules.json");
  try {
    bundle ??= unpackRules(JSON.parse(readFileSync(file, "utf8")) as PackedRules);
    return bundle;
  } catch (error) {
    throw new UserError(
      `The rules that come with Linewarden cannot be read (${messageOf(error)}). In a checkout, run: npm run build`,
    );
  }
}

/** @returns Rule files below a folder (YAML and JSON, not the `.test` and `.fixed` files beside them), in the order of their names. */
export async function listRuleFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new UserError(`The rule folder ${folder} cannot be read: ${messageOf(error)}`);
  });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "models" && !entry.name.startsWith(".git"))
      files.push(...(await listRuleFiles(full)));
    // A link is listed, so that it is named as not read.
    else if (!entry.isDirectory() && isRuleFile(entry.name)) files.push(full);
  }
  return files;
}

/** The rules of a text that the editor shows, which may refer to the models. @param shown How places name the file. */
export function rulesIn(
  text: string,
  shown: string,
): { readonly rules: readonly Rule[]; readonly problems: readonly RuleProblem[] } {
  return loadRules(text, shown, defaultBundle().models);
}

/**
 * Reads rule files; one that cannot be read or parsed is a problem with its place, never an error.
 *
 * @param relativeTo Folder that places are relative to. @param named A file that may be a link. @param mayBeKept See `RuleRequest`.
 */
export async function loadFiles(
  files: readonly string[],
  relativeTo?: string,
  named?: string,
  mayBeKept = false,
): Promise<RuleSet> {
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  const reader = mayBeKept && runsFromBuild() ? digest(JSON.stringify(buildStamp())) : undefined;
  for (const file of files) {
    const shown = (relativeTo === undefined ? file : path.relative(relativeTo, file)).replaceAll("\\", "/");
    const read = await readTextFile(file === named ? realPath(file) : file);
    if ("unread" in read) {
      problems.push({ kind: "error", message: read.unread.detail, place: { file: shown, line: 0, column: 0 } });
      continue;
    }
    const { text } = read;
    const loaded =
      reader === undefined ? rulesIn(text, shown) : readOnce(path.resolve(file), shown, text, reader, () => rulesIn(text, shown));
    rules.push(...loaded.rules);
    problems.push(...loaded.problems);
  }
  return { rules, problems };
}

/** A link that a person named is followed. */
async function loadNamed(named: string, mayBeKept = false): Promise<RuleSet & { readonly files: readonly string[] }> {
  const files = isFolder(named) ? await listRuleFiles(named) : [named];
  if (files.length === 0) throw new UserError(`There is no rule file (.yaml, .yml or .json) in ${named}.`);
  const loaded = await loadFiles(files, undefined, named, mayBeKept);
  if (loaded.rules.length > 0) return { ...loaded, files };
  const first = loaded.problems[0];
  const why = first
    ? ` ${first.place.file}:${first.place.line + 1}:${first.place.column + 1}: ${first.message}`
    : " It has no rules.";
  const more =
    loaded.problems.length > 1 ? ` (and ${loaded.problems.length - 1} more problems; see: linewarden rules check)` : "";
  throw new UserError(`No rule of ${named} can be used.${why}${more}`);
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function isFolder(named: string): boolean {
  try {
    return statSync(named).isDirectory();
  } catch (error) {
    if (codeOf(error) === "ENOENT") throw new UserError(`There is no rule file or folder ${named}.`);
    throw new UserError(`The rules ${named} cannot be read: ${messageOf(error)}`);
  }
}

export function isRuleFile(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name) && !/\.(test|fixed)\.[a-z]+$/i.test(name);
}
