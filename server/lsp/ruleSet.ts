/** The rules that hold in one folder: the built-in ones, and in a trusted workspace the team's own. */

import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import { defaultRules, loadRuleSet } from "../host/ruleFiles.ts";
import { messageOf } from "../host/userError.ts";
import type { ServerSettings } from "../protocol.ts";

export interface FolderRules {
  /** Equal for equal rules. */
  readonly key: string;
  readonly rules: readonly Rule[];
  /** Rules of the team's own that cannot be used; a file that cannot be read is one too. */
  readonly problems: readonly RuleProblem[];
  /** See `RuleSet`. */
  readonly knownIds?: readonly string[];
}

/**
 * Never rejects because of the workspace: what cannot be read is a problem. Rejects when the built-in rules are missing.
 *
 * @param dir Top of the work tree; `undefined` for documents without a folder, which have the built-in rules only.
 */
export async function readFolderRules(dir: string | undefined, settings: ServerSettings, trusted: boolean): Promise<FolderRules> {
  if (dir === undefined || !trusted) return builtIn();
  const problems: RuleProblem[] = [];
  const usable: string[] = [];
  for (const name of settings.rules) {
    try {
      await loadRuleSet({ defaults: false, named: [resolve(dir, name)], mayBeKept: true });
      usable.push(resolve(dir, name));
    } catch (error) {
      problems.push({ kind: "error", message: messageOf(error), place: { file: name, line: 0, column: 0 } });
    }
  }
  const set = await loadRuleSet({ defaults: true, named: usable, workspaceRoot: dir, mayBeKept: true });
  const knownIds = problems.length === 0 ? set.knownIds : undefined;
  return {
    key: `${set.rules.length > defaultRules().length ? keyOf(set.rules) : builtIn().key} ${knownIds ? keyOf(knownIds) : ""}`,
    rules: set.rules,
    problems: [...problems, ...set.problems],
    ...(knownIds ? { knownIds } : {}),
  };
}

let known: FolderRules | undefined;

function builtIn(): FolderRules {
  known ??= { key: keyOf(defaultRules()), rules: defaultRules(), problems: [] };
  return known;
}

function keyOf(rules: readonly (Rule | string)[]): string {
  return createHash("sha1").update(JSON.stringify(rules)).digest("hex");
}
