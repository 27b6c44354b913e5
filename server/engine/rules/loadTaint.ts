/** Reads sources, sinks, sanitizers and propagators of a taint rule. */

import type { LanguageId } from "../tree/rawTree.ts";
import { isMetavariable } from "./loadConditions.ts";
import { isFormulaKey, loadFormula, loadMatch } from "./loadFormula.ts";
import { isForLanguage, type ModelRole, modelParts } from "./models.ts";
import type { Located, LocatedEntry, LocatedMap } from "./readYaml.ts";
import { parseRequires, type Requires } from "./requires.ts";
import type { Requirement, Rule, TaintPart, TaintPropagator } from "./rule.ts";
import { describe, type RuleReader } from "./ruleReader.ts";
import { formulaKeys, type KeyFact, type TaintList, taintKeys } from "./ruleSchema.ts";

/** The body of a taint rule, in the older or the newer syntax. What is wrong is in the reader. */
export function loadTaint(map: LocatedMap, languages: readonly LanguageId[], reader: RuleReader): Rule["body"] {
  const newer = entryOf(map, "taint");
  for (const { key, keyPlace } of map.entries) {
    if (isFormulaKey(key) || key === "match")
      reader.error(key, `\`${key}\` cannot stand beside sources and sinks, make it one of them`, keyPlace);
    if (newer && key.startsWith("pattern-")) reader.error(key, `\`${key}\` cannot stand beside \`taint\``, keyPlace);
  }
  const lists = newer ? reader.map(newer.value, "`taint`", "taint") : map;
  if (newer && lists) reader.checkKeys(lists, listKeys, "`taint`");
  const itemsOf = (list: TaintList, needed: boolean): readonly Located[] => {
    const key = newer ? list : `pattern-${list}`;
    const entry = lists && entryOf(lists, key);
    if (entry === undefined && needed) reader.error(key, `a taint rule needs \`${key}\``, lists?.place ?? map.place);
    return (entry && reader.list(entry)) ?? [];
  };
  const how = { reader, newer: newer !== undefined };
  const parts = (role: ModelRole, needed: boolean): TaintPart[] =>
    itemsOf(role, needed).flatMap(
      (item) =>
        modelItem(item, role, languages, reader) ?? loadTaintItem(item, newer ? role : `pattern-${role}`, role, how) ?? [],
    );
  return {
    mode: "taint",
    sources: parts("sources", true),
    sinks: parts("sinks", true),
    sanitizers: parts("sanitizers", false),
    propagators: itemsOf("propagators", false).flatMap((item) => loadPropagator(item, how) ?? []),
  };
}

const yes: KeyFact = { supported: true };
const listKeys: Readonly<Record<TaintList, KeyFact>> = { sources: yes, sinks: yes, sanitizers: yes, propagators: yes };

/** What reads the items: `newer` formulas are those of `match`. */
interface How {
  readonly reader: RuleReader;
  readonly newer: boolean;
}

/**
 * `{model: web-request}`: every part that the models have under this name, with a `label` or `requires` of the rule's own. A language
 * without any is a problem.
 */
function modelItem(
  item: Located,
  role: ModelRole,
  languages: readonly LanguageId[],
  reader: RuleReader,
): readonly TaintPart[] | undefined {
  const model = item.kind === "map" ? entryOf(item, "model") : undefined;
  if (item.kind !== "map" || !model) return undefined;
  const { label, requires } = taintKeys[role];
  const keys = { model: yes, ...(label ? { label } : {}), ...(requires ? { requires } : {}) };
  reader.checkKeys(item, keys, "an item that names a model");
  const name = reader.text(model);
  if (name === undefined) return [];
  const parts = modelParts(reader.models, role, name);
  const without = languages.filter((language) => !parts.some((part) => isForLanguage(part, language)));
  if (parts.length === 0) reader.error("model", `no model has ${role} with the name "${name}"`, model.value.place);
  else if (without.length > 0)
    reader.error("model", `no model has ${role} with the name "${name}" for ${without.join(", ")}`, model.value.place);
  const used = parts.filter((part) => languages.some((language) => isForLanguage(part, language)));
  const own = labelsOf(item, role, reader);
  return own.label === undefined && !own.requires ? used : used.map((part) => ({ ...part, ...own }));
}

/**
 * One source, sink, sanitizer or propagator, in a rule or in a model.
 *
 * @param key What the list is called, for messages.
 */
export function loadTaintItem(item: Located, key: string, list: TaintList, { reader, newer }: How): TaintPart | undefined {
  const where = `an item of \`${key}\``;
  if (newer && item.kind !== "map") {
    const pattern = loadMatch(item, reader, where);
    return pattern && { formula: pattern, exact: false, bySideEffect: list === "propagators" };
  }
  const map = reader.map(item, where, key);
  if (map === undefined) return undefined;
  if (!newer) reader.checkKeys(map, itemKeys(list), where);
  const otherKeys = new Set(Object.keys(taintKeys[list]));
  const formula = newer ? loadMatch(map, reader, where, { otherKeys }) : loadFormula(map, reader, where);
  const own = ownKeys(map, list, reader);
  return formula && { formula, ...own };
}

/** What stands beside the formula. */
function ownKeys(map: LocatedMap, list: TaintList, reader: RuleReader): Omit<TaintPart, "formula"> {
  const outcome = entryOf(map, "cleans-when");
  const cleansWhen = outcome && reader.flag(outcome);
  const compared = entryOf(map, "folder");
  const folder = compared && reader.text(compared);
  const conflicts = flagOf(map, "not_conflicting", reader) || flagOf(map, "not-conflicting", reader);
  return {
    exact: flagOf(map, "exact", reader),
    ...(list === "sinks" && entryOf(map, "exact") && !flagOf(map, "exact", reader) ? { within: true } : {}),
    bySideEffect: sideEffectOf(map, list, reader),
    ...(flagOf(map, "control", reader) ? { control: true } : {}),
    ...(flagOf(map, "from-caller", reader) ? { fromCaller: true } : {}),
    ...(flagOf(map, "at-exit", reader) ? { atExit: true } : {}),
    ...(flagOf(map, "first-element", reader) ? { firstElement: true } : {}),
    ...(cleansWhen === undefined ? {} : { cleansWhen }),
    ...(folder === undefined ? {} : { folder }),
    ...(conflicts ? { notConflicting: true } : {}),
    ...labelsOf(map, list, reader),
  };
}

function labelsOf(map: LocatedMap, list: TaintList, reader: RuleReader): Pick<TaintPart, "label" | "requires"> {
  const requires = requiresOf(map, list, reader);
  const labelEntry = entryOf(map, "label");
  const label = labelEntry && reader.text(labelEntry);
  return { ...(label === undefined ? {} : { label }), ...(requires ? { requires } : {}) };
}

function itemKeys(list: TaintList): Readonly<Record<string, KeyFact>> {
  return { ...taintKeys[list], ...Object.fromEntries(formulaKeys.map((key) => [key, { supported: true }])) };
}

function entryOf(map: LocatedMap, key: string): LocatedEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

function flagOf(map: LocatedMap, key: string, reader: RuleReader): boolean {
  const entry = entryOf(map, key);
  return entry !== undefined && reader.flag(entry) === true;
}

/** Absent counts as false, and as true for a propagator: that is what one is for. */
function sideEffectOf(map: LocatedMap, list: TaintList, reader: RuleReader): TaintPart["bySideEffect"] {
  const entry = entryOf(map, "by-side-effect");
  if (entry === undefined) return list === "propagators";
  if (list === "sources" && entry.value.kind === "scalar" && entry.value.value === "only") return "only";
  return reader.flag(entry) === true;
}

/** One expression, or for a sink a list with one for each metavariable. */
function requiresOf(map: LocatedMap, list: TaintList, reader: RuleReader): Requirement[] | undefined {
  const entry = entryOf(map, "requires");
  if (!entry) return undefined;
  if (list === "sinks" && entry.value.kind === "list")
    return entry.value.items.flatMap((item) => metavariableRequires(item, reader));
  const labels = expressionOf(entry, reader);
  return labels && [{ labels }];
}

/** `$X: A and not B`, an item of the `requires` of a sink. */
function metavariableRequires(item: Located, reader: RuleReader): Requirement[] {
  const map = reader.map(item, "an item of `requires`", "requires");
  return (map?.entries ?? []).flatMap((entry) => {
    const labels = expressionOf(entry, reader);
    if (!isMetavariable(entry.key)) reader.error(entry.key, `\`${entry.key}\` is not a metavariable such as $X`, entry.keyPlace);
    return labels === undefined ? [] : [{ metavariable: entry.key, labels }];
  });
}

function loadPropagator(item: Located, how: How): TaintPropagator | undefined {
  const { reader, newer } = how;
  const key = newer ? "propagators" : "pattern-propagators";
  if (item.kind !== "map") reader.map(item, `an item of \`${key}\``, key);
  const part = loadTaintItem(item, key, "propagators", how);
  if (part === undefined || item.kind !== "map") return undefined;
  const from = endOf(item, "from", reader);
  const to = endOf(item, "to", reader);
  const replaced = entryOf(item, "replace-labels");
  const replaceLabels = replaced && reader.texts(replaced);
  if (replaced && part.label === undefined)
    reader.error("replace-labels", "`replace-labels` needs a `label` that stands for them afterwards", replaced.keyPlace);
  if (from === undefined || to === undefined) return undefined;
  return { ...part, from, to, ...(replaceLabels ? { replaceLabels } : {}) };
}

function endOf(map: LocatedMap, key: "from" | "to", reader: RuleReader): string | undefined {
  const entry = entryOf(map, key);
  if (entry === undefined) return reader.error(key, `a propagator needs \`${key}\``, map.place);
  const name = reader.text(entry);
  if (name === undefined || isMetavariable(name)) return name;
  return reader.error(key, `\`${key}\` must name a metavariable such as $X, and is "${name}"`, entry.value.place);
}

function expressionOf(entry: LocatedEntry, reader: RuleReader): Requires | undefined {
  const { value } = entry;
  if (value.kind === "scalar" && typeof value.value === "boolean") return { op: "constant", value: value.value };
  const text = reader.text(entry);
  if (text === undefined) return undefined;
  const requires = parseRequires(text);
  if (typeof requires !== "string") return requires;
  return reader.error(
    entry.key,
    `\`${entry.key}\` must combine labels with and, or, not: ${requires}, in ${describe(value)}`,
    value.place,
  );
}
