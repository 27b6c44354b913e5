/** Reads what a rule asks of its metavariables: in items of `patterns`, and in `where` of the newer syntax. */

import { languagesForRule } from "../languages/registry.ts";
import { readExpression } from "../patterns/comparison.ts";
import { unknownLanguage } from "./loadHeader.ts";
import { meantValue } from "./misspelt.ts";
import type { Located, LocatedEntry, LocatedMap } from "./readYaml.ts";
import type { Condition, Formula, PatternLanguage } from "./rule.ts";
import { describe, type RuleReader } from "./ruleReader.ts";
import {
  conditionKeys,
  formulaKeySet,
  itemKeys,
  type KeyFact,
  matchKeySet,
  otherLanguages,
  textLanguages,
} from "./ruleSchema.ts";

/** What stands beside the patterns of one `patterns` or one `where`. */
export interface Conditions {
  readonly where: Condition[];
  readonly focus: (readonly string[])[];
}

/** Reads the formula of a mapping whose other keys are left out; `what` is how messages call it. */
export type LoadInner = (map: LocatedMap, what: string) => Formula | undefined;

/** One key of an item of `patterns` that is not a pattern. */
export function loadCondition(entry: LocatedEntry, into: Conditions, reader: RuleReader, inner: LoadInner): void {
  const { key } = entry;
  const fact = Object.hasOwn(conditionKeys, key) ? conditionKeys[key] : undefined;
  if (fact === undefined) reader.unknownKey(key, itemKeys, "an item of `patterns`", entry.keyPlace);
  else if (!fact.supported) reader.notSupported(key, fact, entry.keyPlace);
  else if (key === "focus-metavariable") loadFocus(entry, into, reader);
  else {
    const map = reader.map(entry.value, `\`${key}\``, key);
    const condition = map && new ConditionReader(map, key, inner, reader).read(key);
    if (condition) into.where.push(condition);
  }
}

/** One item of `where`: what it asks is told by its keys. */
export function loadWhereItem(item: Located, into: Conditions, reader: RuleReader, inner: LoadInner): void {
  const map = reader.map(item, "an item of `where`", "where");
  if (map === undefined) return;
  const entryOf = (key: string): LocatedEntry | undefined => map.entries.find((entry) => entry.key === key);
  const focus = entryOf("focus");
  if (focus) {
    for (const { key, keyPlace } of map.entries)
      if (key !== "focus") reader.error(key, `\`${key}\` cannot stand beside \`focus\``, keyPlace);
    loadFocus(focus, into, reader);
    return;
  }
  const condition = new ConditionReader(map, "where", inner, reader).read(kindOfItem(entryOf));
  if (condition) into.where.push(condition);
}

function kindOfItem(entryOf: (key: string) => LocatedEntry | undefined): string {
  if (entryOf("comparison")) return "metavariable-comparison";
  if (entryOf("analyzer")) return "metavariable-analysis";
  if (entryOf("type") ?? entryOf("types")) return "metavariable-type";
  // A regex with a language is a pattern like others: it is looked for anywhere in the text.
  return entryOf("regex") && !entryOf("language") ? "metavariable-regex" : "metavariable-pattern";
}

function loadFocus(entry: LocatedEntry, { focus }: Conditions, reader: RuleReader): void {
  const names = reader.texts(entry) ?? [];
  for (const name of names)
    if (!isMetavariable(name))
      reader.error(entry.key, `\`${entry.key}\` must name a metavariable such as $X, and is "${name}"`, entry.value.place);
  if (names.length > 0) focus.push(names);
}

export function isMetavariable(name: string): boolean {
  return /^\$(\.\.\.)?[A-Z_][A-Z_0-9]*$/.test(name) || /^\$\d+$/.test(name);
}

const analyzers = ["entropy", "redos"] as const;

/** Reads one mapping that names a metavariable and what it must be. */
class ConditionReader {
  private readonly map: LocatedMap;
  /** Where problems are reported that no key of the mapping stands for. */
  private readonly key: string;
  private readonly what: string;
  private readonly inner: LoadInner;
  private readonly reader: RuleReader;

  constructor(map: LocatedMap, key: string, inner: LoadInner, reader: RuleReader) {
    this.map = map;
    this.key = key;
    this.what = key === "where" ? "an item of `where`" : `\`${key}\``;
    this.inner = inner;
    this.reader = reader;
  }

  read(kind: string): Condition | undefined {
    switch (kind) {
      case "metavariable-regex":
        return this.regex();
      case "metavariable-pattern":
        return this.pattern();
      case "metavariable-comparison":
        return this.comparison();
      case "metavariable-type":
        return this.type();
      default:
        return this.analysis();
    }
  }

  private entry(key: string): LocatedEntry | undefined {
    return this.map.entries.find((entry) => entry.key === key);
  }

  private required(key: string): string | undefined {
    const entry = this.entry(key);
    if (entry === undefined) return this.reader.error(this.key, `${this.what} needs a \`${key}\``, this.map.place);
    return this.reader.text(entry);
  }

  private metavariable(): string | undefined {
    const name = this.required("metavariable");
    const entry = this.entry("metavariable");
    if (name === undefined || entry === undefined || isMetavariable(name)) return name;
    const message = `\`metavariable\` must be such as $X, and is ${describe(entry.value)}`;
    return this.reader.error("metavariable", message, entry.value.place);
  }

  private flag(key: string): boolean {
    const entry = this.entry(key);
    return entry !== undefined && this.reader.flag(entry) === true;
  }

  private only(...keys: readonly string[]): void {
    const known: Record<string, KeyFact> = { metavariable: { supported: true } };
    for (const key of keys) known[key] = { supported: true };
    this.reader.checkKeys(this.map, known, this.what);
  }

  private regex(): Condition | undefined {
    this.only("regex", "constant-propagation");
    const metavariable = this.metavariable();
    const source = this.required("regex");
    const place = this.entry("regex")?.value.place;
    const constants = this.flag("constant-propagation");
    if (!metavariable || !source || !place) return undefined;
    return { op: "regex", metavariable, source, ...(constants ? { constants } : {}), place };
  }

  private pattern(): Condition | undefined {
    const keys = this.key === "where" ? matchKeySet : formulaKeySet;
    this.only("language", ...keys);
    const metavariable = this.metavariable();
    const entry = this.entry("language");
    const language = entry && this.language(entry);
    const entries = this.map.entries.filter(({ key }) => key !== "metavariable" && key !== "language");
    const formula = this.inner({ ...this.map, entries }, this.what);
    if (!metavariable || !formula || (entry && !language)) return undefined;
    return { op: "pattern", metavariable, formula, ...(language ? { language } : {}) };
  }

  private language(entry: LocatedEntry): PatternLanguage | undefined {
    const name = this.reader.text(entry)?.toLowerCase();
    if (name === undefined) return undefined;
    const language = languagesForRule(name)?.[0] ?? textLanguages[name];
    if (language) return language;
    const { place } = entry.value;
    if (otherLanguages.has(name)) return this.reader.unsupported("language", `language ${name} is not supported yet`, place);
    return this.reader.error("language", unknownLanguage(name), place);
  }

  private comparison(): Condition | undefined {
    this.only("comparison", "strip", "base");
    const metavariable = this.entry("metavariable") && this.metavariable();
    const expression = this.required("comparison");
    const place = this.entry("comparison")?.value.place;
    const base = this.entry("base");
    if (base && !(base.value.kind === "scalar" && Number.isInteger(base.value.value)))
      this.reader.error("base", `\`base\` must be a whole number, and is ${describe(base.value)}`, base.value.place);
    const strip = this.flag("strip");
    if (expression === undefined || place === undefined) return undefined;
    const read = readExpression(expression);
    if (typeof read === "string") return this.reader.error("comparison", `\`comparison\` cannot be read: ${read}`, place);
    return { op: "comparison", expression, place, ...(strip && metavariable ? { strip: metavariable } : {}) };
  }

  private type(): Condition | undefined {
    this.only("type", "types");
    const metavariable = this.metavariable();
    const entry = this.entry("types") ?? this.entry("type");
    if (entry === undefined) return this.reader.error(this.key, `${this.what} needs a \`type\``, this.map.place);
    const types = this.reader.texts(entry);
    return metavariable && types ? { op: "type", metavariable, types, place: entry.value.place } : undefined;
  }

  private analysis(): Condition | undefined {
    this.only("analyzer");
    const metavariable = this.metavariable();
    const name = this.required("analyzer");
    const entry = this.entry("analyzer");
    if (name === undefined || entry === undefined) return undefined;
    const analyzer = analyzers.find((known) => known === name);
    const { place } = entry.value;
    const message = `analyzer \`${name}\` is not supported${meantValue(name, analyzers)}`;
    if (analyzer === undefined) return this.reader.unsupported("analyzer", message, place);
    return metavariable ? { op: "analysis", metavariable, analyzer, place } : undefined;
  }
}
