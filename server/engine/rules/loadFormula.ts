/** Reads the pattern operators of a rule, in the older and in the newer syntax. */

import { type Conditions, loadCondition, loadWhereItem } from "./loadConditions.ts";
import { meant } from "./misspelt.ts";
import type { Located, LocatedEntry, LocatedMap } from "./readYaml.ts";
import type { Formula } from "./rule.ts";
import type { RuleReader } from "./ruleReader.ts";
import { formulaKeySet, formulaKeys, matchKeySet, matchKeys, negativeKeySet } from "./ruleSchema.ts";

export function isFormulaKey(key: string): boolean {
  return formulaKeySet.has(key);
}

/**
 * Reads the formula that stands under exactly one formula key of the mapping.
 *
 * @param negativeAlone `patterns` may hold only negative patterns: the code it selects from is given by something else.
 * @returns `undefined` when something is wrong; the reader knows what.
 */
export function loadFormula(map: LocatedMap, reader: RuleReader, where: string, negativeAlone = false): Formula | undefined {
  const entry = onlyOne(map, formulaKeys, reader, where, "use `patterns` for both");
  return entry && loadOperator(entry, reader, negativeAlone);
}

function onlyOne(
  map: LocatedMap,
  keys: readonly string[],
  reader: RuleReader,
  where: string,
  instead: string,
): LocatedEntry | undefined {
  const [first, second] = map.entries.filter(({ key }) => keys.includes(key));
  if (first === undefined)
    return reader.error(undefined, `${where} needs one of ${keys.map((key) => `\`${key}\``).join(", ")}`, map.place);
  if (second === undefined) return first;
  const message = `${where} has \`${first.key}\` and \`${second.key}\`; only one may stand there, ${instead}`;
  return reader.error(second.key, message, second.keyPlace);
}

function loadOperator(entry: LocatedEntry, reader: RuleReader, negativeAlone = false): Formula | undefined {
  switch (entry.key) {
    case "pattern":
      return loadPattern(entry, reader);
    case "pattern-regex":
      return loadRegex(entry, reader);
    case "pattern-either":
      return loadEither(entry, reader);
    case "patterns":
      return loadAll(entry, reader, negativeAlone);
    case "pattern-inside":
      return wrap("inside", loadNested(entry, reader));
    case "pattern-not":
      return wrap("not", loadNested(entry, reader));
    case "pattern-not-inside":
      return wrap("not", wrap("inside", loadNested(entry, reader)));
    case "pattern-not-regex":
      return wrap("not", loadRegex(entry, reader));
    default:
      return reader.unsupported(entry.key, `\`${entry.key}\` is not a pattern operator`, entry.keyPlace);
  }
}

function wrap(op: "not" | "inside" | "anywhere", of: Formula | undefined): Formula | undefined {
  return of === undefined ? undefined : { op, of };
}

/** `pattern-not`, `pattern-inside` and `pattern-not-inside` hold a pattern, or a mapping with operators. */
function loadNested(entry: LocatedEntry, reader: RuleReader): Formula | undefined {
  if (entry.value.kind !== "map") return loadPattern(entry, reader);
  checkItemKeys(entry.value, reader, `\`${entry.key}\``);
  return loadFormula(entry.value, reader, `\`${entry.key}\``);
}

function loadPattern(entry: LocatedEntry, reader: RuleReader): Formula | undefined {
  const source = reader.text(entry);
  return source === undefined ? undefined : { op: "pattern", source, place: entry.value.place };
}

function loadRegex(entry: LocatedEntry, reader: RuleReader): Formula | undefined {
  const source = reader.text(entry);
  return source === undefined ? undefined : { op: "regex", source, place: entry.value.place };
}

function loadEither(entry: LocatedEntry, reader: RuleReader): Formula | undefined {
  const items = reader.list(entry);
  if (items === undefined) return undefined;
  const of: Formula[] = [];
  for (const item of items) {
    const map = reader.map(item, "an item of `pattern-either`", entry.key);
    if (map === undefined) continue;
    checkItemKeys(map, reader, "`pattern-either`");
    const formula = loadFormula(map, reader, "an item of `pattern-either`");
    if (formula) of.push(formula);
  }
  return { op: "any", of };
}

/** Keys that do not belong there are reported once, here. */
function checkItemKeys(map: LocatedMap, reader: RuleReader, where: string): void {
  for (const { key, keyPlace } of map.entries)
    if (!isFormulaKey(key))
      reader.unsupported(key, `\`${key}\` is not supported in ${where}${meant(key, formulaKeys)}`, keyPlace);
}

interface AllParts extends Conditions {
  readonly of: Formula[];
}

function loadAll(entry: LocatedEntry, reader: RuleReader, negativeAlone: boolean): Formula | undefined {
  const items = reader.list(entry);
  if (items === undefined) return undefined;
  const parts: AllParts = { of: [], where: [], focus: [] };
  for (const item of items) loadAllItem(item, parts, reader);
  return allOf(parts, entry, reader, negativeAlone);
}

function allOf(parts: AllParts, entry: LocatedEntry, reader: RuleReader, negativeAlone: boolean): Formula | undefined {
  const positive = parts.of.some((formula) => formula.op !== "not" && formula.op !== "anywhere");
  if (!positive && !negativeAlone && reader.problems.length === 0)
    return reader.error(entry.key, `\`${entry.key}\` needs at least one pattern that is not negative`, entry.keyPlace);
  return { op: "all", ...parts };
}

function loadAllItem(item: Located, parts: AllParts, reader: RuleReader): void {
  const map = reader.map(item, "an item of `patterns`", "patterns");
  if (map === undefined) return;
  const [entry, extra] = map.entries;
  if (entry === undefined) {
    reader.error("patterns", "an item of `patterns` is empty", map.place);
    return;
  }
  if (extra !== undefined) {
    reader.error(extra.key, "an item of `patterns` may hold one key only", extra.keyPlace);
    return;
  }
  if (isFormulaKey(entry.key) || negativeKeySet.has(entry.key)) {
    const formula = loadOperator(entry, reader);
    if (formula) parts.of.push(formula);
  } else loadCondition(entry, parts, reader, (inner, what) => loadFormula(inner, reader, what, true));
}

export interface MatchOptions {
  /** Keys of the mapping that belong to something else, such as `label` of a source. */
  readonly otherKeys?: ReadonlySet<string>;
  /** As for `loadFormula`. */
  readonly negativeAlone?: boolean;
}

/**
 * Reads a formula of the newer syntax: a text is a pattern, a mapping has one of `pattern`, `regex`, `all`, `any`, `not`, `inside`
 * and `anywhere`, and `where` beside it.
 */
export function loadMatch(value: Located, reader: RuleReader, where: string, options: MatchOptions = {}): Formula | undefined {
  if (value.kind === "scalar" && typeof value.value === "string" && value.value.trim() !== "")
    return { op: "pattern", source: value.value, place: value.place };
  const map = reader.map(value, where);
  if (map === undefined) return undefined;
  for (const { key, keyPlace } of map.entries)
    if (!matchKeySet.has(key) && key !== "where" && !options.otherKeys?.has(key))
      reader.unsupported(key, `\`${key}\` is not supported in ${where}${meant(key, [...matchKeys, "where"])}`, keyPlace);
  const entry = onlyOne(map, matchKeys, reader, where, "use `all` for both");
  const formula = entry && loadMatchOperator(entry, reader, options.negativeAlone === true);
  const conditions = map.entries.find(({ key }) => key === "where");
  if (formula === undefined || entry === undefined || conditions === undefined) return formula;
  const parts: AllParts = { of: [formula], where: [], focus: [] };
  for (const item of reader.list(conditions) ?? [])
    loadWhereItem(item, parts, reader, (inner, what) => loadMatch(inner, reader, what, { negativeAlone: true }));
  return allOf(parts, entry, reader, options.negativeAlone === true);
}

function loadMatchOperator(entry: LocatedEntry, reader: RuleReader, negativeAlone: boolean): Formula | undefined {
  const { key, value } = entry;
  switch (key) {
    case "pattern":
      return loadPattern(entry, reader);
    case "regex":
      return loadRegex(entry, reader);
    case "not":
    case "inside":
    case "anywhere":
      return wrap(key, loadMatch(value, reader, `\`${key}\``));
    default: {
      const of: Formula[] = [];
      for (const item of reader.list(entry) ?? []) {
        const formula = loadMatch(item, reader, `an item of \`${key}\``);
        if (formula) of.push(formula);
      }
      return key === "any" ? { op: "any", of } : allOf({ of, where: [], focus: [] }, entry, reader, negativeAlone);
    }
  }
}
