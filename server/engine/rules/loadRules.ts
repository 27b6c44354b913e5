/** Turns a rule file into checked rules, and into problems with their places for what cannot be used. */

import { loadRule } from "./loadRule.ts";
import { type Models, noModels } from "./models.ts";
import { type LocatedMap, readYaml } from "./readYaml.ts";
import { repeatedIdMessage } from "./repeatedIds.ts";
import type { Rule, RulePlace, RuleProblem } from "./rule.ts";
import { describe, RuleReader } from "./ruleReader.ts";

export interface LoadedRules {
  readonly rules: Rule[];
  /** Errors and unsupported keys; a rule that has one is not among `rules`. */
  readonly problems: RuleProblem[];
}

/**
 * Reads a rule file in the rule language (YAML, or JSON, which is YAML).
 *
 * @param file Path for the places of problems; is not opened.
 * @param models What the rules may refer to with `model:`.
 * @returns Rules in the order of the file. Bad input is problems with zero-based line and column; never throws.
 */
export function loadRules(text: string, file: string, models: Models = noModels): LoadedRules {
  const loaded: LoadedRules = { rules: [], problems: [] };
  const yaml = readYaml(text, file);
  if ("errors" in yaml) {
    for (const { message, place } of yaml.errors)
      loaded.problems.push({ kind: "error", message: `not valid YAML: ${message}`, place });
    return loaded;
  }
  const reader = new RuleReader(undefined);
  const top = reader.map(yaml.value, "a rule file");
  const list = top?.entries.find((entry) => entry.key === "rules");
  if (top && !list) reader.error("rules", "a rule file needs `rules`, a list of rules", top.place);
  for (const { key, keyPlace } of top?.entries ?? [])
    if (key !== "rules" && !key.startsWith("x-")) reader.unsupported(key, `\`${key}\` is not a key of a rule file`, keyPlace);
  const items = list && (list.value.kind === "list" && list.value.items.length === 0 ? [] : reader.list(list));
  loaded.problems.push(...reader.problems);
  const seen = new Map<string, RulePlace>();
  for (const item of items ?? []) {
    if (item.kind === "map") loadOne(item, seen, loaded, models);
    else
      loaded.problems.push({ kind: "error", message: `a rule must be a mapping, and is ${describe(item)}`, place: item.place });
  }
  return loaded;
}

function loadOne(map: LocatedMap, seen: Map<string, RulePlace>, loaded: LoadedRules, models: Models): void {
  const idEntry = map.entries.find((entry) => entry.key === "id");
  const value = idEntry?.value;
  const id = value?.kind === "scalar" && typeof value.value === "string" && value.value.trim() !== "" ? value.value : undefined;
  const reader = new RuleReader(id, models);
  const place = value?.place ?? map.place;
  const first = id === undefined ? undefined : seen.get(id);
  if (id === undefined) reader.error("id", "a rule needs an `id`, a text", place);
  else if (first) reader.error("id", repeatedIdMessage(place, first), place);
  const rule = loadRule(map, id ?? "", reader);
  if (id !== undefined && !first) seen.set(id, map.place);
  if (rule && reader.problems.length === 0) loaded.rules.push(rule);
  // What is partly run is only worth telling of a rule that is run.
  loaded.problems.push(...(reader.problems.length > 0 ? reader.problems : reader.notes));
}
