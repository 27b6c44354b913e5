/** Reads the pattern operators of a rule. */

import { languagesForRule } from "../languages/registry.ts";
import type { Located, LocatedEntry, LocatedMap } from "./readYaml.ts";
import type { Condition, Formula } from "./rule.ts";
import { describe, type RuleReader } from "./ruleReader.ts";
import { conditionKeys, formulaKeys, negativeKeys } from "./ruleSchema.ts";

const formulaNames: readonly string[] = formulaKeys;
const negativeNames: readonly string[] = negativeKeys;

export function isFormulaKey(key: string): boolean {
  return formulaNames.includes(key);
}

/**
 * Reads the formula that stands under exactly one formula key of the mapping.
 *
 * @param negativeAlone `patterns` may hold only negative patterns: the code it selects from is given by something else.
 * @returns `undefined` when something is wrong; the reader knows what.
 */
export function loadFormula(map: LocatedMap, reader: RuleReader, where: string, negativeAlone = false): Formula | undefined {
  const found = map.entries.filter((entry) => isFormulaKey(entry.key));
  const [first, second] = found;
  if (first === undefined)
    return reader.error(undefined, `${where} needs one of ${formulaKeys.map((key) => `\`${key}\``).join(", ")}`, map.place);
  if (second !== undefined)
    return reader.error(
      second.key,
      `${where} has \`${first.key}\` and \`${second.key}\`; only one may stand there, use \`patterns\` for both`,
      second.keyPlace,
    );
  return loadOperator(first, reader, negativeAlone);
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

function wrap(op: "not" | "inside", of: Formula | undefined): Formula | undefined {
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
    if (!isFormulaKey(key)) reader.unsupported(key, `\`${key}\` is not supported in ${where}`, keyPlace);
}

interface AllParts {
  readonly of: Formula[];
  readonly where: Condition[];
  readonly focus: string[];
}

function loadAll(entry: LocatedEntry, reader: RuleReader, negativeAlone: boolean): Formula | undefined {
  const items = reader.list(entry);
  if (items === undefined) return undefined;
  const parts: AllParts = { of: [], where: [], focus: [] };
  for (const item of items) loadAllItem(item, parts, reader);
  const positive = parts.of.some((formula) => formula.op !== "not");
  if (!positive && !negativeAlone && reader.problems.length === 0)
    return reader.error(entry.key, "`patterns` needs at least one pattern that is not negative", entry.keyPlace);
  return { op: "all", of: parts.of, where: parts.where, focus: parts.focus };
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
  const { key } = entry;
  if (isFormulaKey(key) || negativeNames.includes(key)) {
    const formula = loadOperator(entry, reader);
    if (formula) parts.of.push(formula);
    return;
  }
  if (key === "focus-metavariable") loadFocus(entry, parts, reader);
  else {
    const condition = loadCondition(entry, reader);
    if (condition) parts.where.push(condition);
  }
}

function loadCondition(entry: LocatedEntry, reader: RuleReader): Condition | undefined {
  const { key } = entry;
  const fact = Object.hasOwn(conditionKeys, key) ? conditionKeys[key] : undefined;
  if (fact === undefined) return reader.unsupported(key, `\`${key}\` is not a key of an item of \`patterns\``, entry.keyPlace);
  if (!fact.supported)
    return reader.unsupported(key, `\`${key}\` is not supported yet${fact.note ? `: ${fact.note}` : ""}`, entry.keyPlace);
  return key === "metavariable-regex" ? loadRegexCondition(entry, reader) : loadPatternCondition(entry, reader);
}

function loadFocus(entry: LocatedEntry, parts: AllParts, reader: RuleReader): void {
  if (parts.focus.length > 0) {
    const message = "more than one `focus-metavariable` in one `patterns` is not supported yet";
    reader.unsupported(entry.key, message, entry.keyPlace);
    return;
  }
  const names = reader.texts(entry);
  for (const name of names ?? []) {
    if (isMetavariable(name)) parts.focus.push(name);
    else
      reader.error(entry.key, `\`focus-metavariable\` must name a metavariable such as $X, and is "${name}"`, entry.value.place);
  }
}

/** `$X`, `$...X`, or a group of a regex, `$1`. */
export function isMetavariable(name: string): boolean {
  return /^\$(\.\.\.)?[A-Z_][A-Z_0-9]*$/.test(name) || /^\$\d+$/.test(name);
}

function loadRegexCondition(entry: LocatedEntry, reader: RuleReader): Condition | undefined {
  const map = reader.map(entry.value, "`metavariable-regex`", entry.key);
  if (map === undefined) return undefined;
  const metavariable = namedMetavariable(map, entry, reader);
  let source: string | undefined;
  let place = map.place;
  for (const part of map.entries) {
    if (part.key === "metavariable") continue;
    if (part.key === "regex") {
      source = reader.text(part);
      place = part.value.place;
    } else if (part.key === "constant-propagation" && part.value.kind === "scalar" && part.value.value === false) {
      // The default.
    } else reader.unsupported(part.key, `\`${part.key}\` is not supported in \`metavariable-regex\``, part.keyPlace);
  }
  if (!map.entries.some((part) => part.key === "regex"))
    return reader.error(entry.key, "`metavariable-regex` needs a `regex`", map.place);
  return metavariable === undefined || source === undefined ? undefined : { op: "regex", metavariable, source, place };
}

function loadPatternCondition(entry: LocatedEntry, reader: RuleReader): Condition | undefined {
  const map = reader.map(entry.value, "`metavariable-pattern`", entry.key);
  if (map === undefined) return undefined;
  const metavariable = namedMetavariable(map, entry, reader);
  let language: string | undefined;
  let known: readonly string[] = [];
  for (const part of map.entries) {
    if (part.key === "metavariable" || isFormulaKey(part.key)) continue;
    if (part.key === "language") {
      language = reader.text(part);
      known = language === undefined ? [] : (languagesForRule(language) ?? []);
      if (language !== undefined && known.length === 0)
        reader.unsupported(part.key, `language "${language}" is not supported in \`metavariable-pattern\``, part.value.place);
    } else reader.unsupported(part.key, `\`${part.key}\` is not supported in \`metavariable-pattern\``, part.keyPlace);
  }
  const formula = loadFormula(map, reader, "`metavariable-pattern`", true);
  if (metavariable === undefined || formula === undefined) return undefined;
  const inLanguage = languagesForRule(language ?? "")?.[0];
  return { op: "pattern", metavariable, formula, ...(inLanguage === undefined ? {} : { language: inLanguage }) };
}

function namedMetavariable(map: LocatedMap, entry: LocatedEntry, reader: RuleReader): string | undefined {
  const part = map.entries.find((candidate) => candidate.key === "metavariable");
  if (part === undefined) return reader.error(entry.key, `\`${entry.key}\` needs a \`metavariable\``, map.place);
  const name = reader.text(part);
  if (name === undefined || isMetavariable(name)) return name;
  return reader.error(part.key, `\`metavariable\` must be such as $X, and is ${describe(part.value)}`, part.value.place);
}
