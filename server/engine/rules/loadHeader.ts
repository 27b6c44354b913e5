/** Reads what a rule says about itself: severity, languages, paths, fixes, options and versions. */

import { languages, languagesForRule } from "../languages/registry.ts";
import { compileRegex } from "../patterns/compileRegex.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { meantValue } from "./misspelt.ts";
import { type LocatedEntry, type LocatedMap, plainValue } from "./readYaml.ts";
import type { Rule, RulePlace, TextLanguage } from "./rule.ts";
import { describe, type RuleReader } from "./ruleReader.ts";
import { conformsTo, optionValues, otherLanguages, severities, textLanguages } from "./ruleSchema.ts";

export function loadSeverity(entry: LocatedEntry | undefined, reader: RuleReader) {
  const name = entry && reader.text(entry);
  if (entry === undefined || name === undefined) return undefined;
  const severity = Object.hasOwn(severities, name) ? severities[name] : undefined;
  if (severity) return severity;
  const known = Object.keys(severities);
  const message = `\`severity\` must be one of ${known.join(", ")}, and is ${describe(entry.value)}${meantValue(name, known)}`;
  return reader.error("severity", message, entry.value.place);
}

/** What is said of a name that is no language. */
export function unknownLanguage(name: string): string {
  const known = [...languages.flatMap(({ ruleNames }) => ruleNames), ...Object.keys(textLanguages)];
  return `"${name}" is not a language of the rule language${meantValue(name, known)}`;
}

export interface RuleLanguages {
  readonly ids: readonly LanguageId[];
  readonly anyText?: TextLanguage;
}

/** A language that is known and not read here is told; the rule is run for its other languages, if it has any. */
export function loadLanguages(entry: LocatedEntry | undefined, reader: RuleReader): RuleLanguages | undefined {
  const names = entry && reader.texts(entry);
  if (entry === undefined || names === undefined) return undefined;
  const ids = new Set<LanguageId>();
  let anyText: TextLanguage | undefined;
  const missing: { readonly name: string; readonly place: RulePlace }[] = [];
  for (const [at, name] of names.entries()) {
    const lower = name.toLowerCase();
    const place = (entry.value.kind === "list" ? entry.value.items[at]?.place : undefined) ?? entry.value.place;
    const known = languagesForRule(lower);
    if (known) for (const id of known) ids.add(id);
    else if (Object.hasOwn(textLanguages, lower)) anyText = textLanguages[lower] === "generic" ? "generic" : (anyText ?? "regex");
    else if (otherLanguages.has(lower)) missing.push({ name, place });
    else reader.error("languages", unknownLanguage(name), place);
  }
  if (names.length === 0) reader.error("languages", "the rule needs a language", entry.value.place);
  for (const { name, place } of missing) {
    if (ids.size > 0) reader.partly("languages", `language ${name} is not supported yet; the rule is run for its others`, place);
    else reader.unsupported("languages", `language ${name} is not supported yet`, place);
  }
  if (anyText === undefined) return { ids: [...ids] };
  if (ids.size === 0) return { ids: [], anyText };
  return reader.unsupported("languages", "a rule for any text cannot name other languages too", entry.value.place);
}

export function loadPaths(entry: LocatedEntry | undefined, reader: RuleReader): Rule["paths"] {
  const map = entry && reader.map(entry.value, "`paths`", "paths");
  const lists = { include: [] as string[], exclude: [] as string[] };
  for (const part of map?.entries ?? []) {
    if (part.key === "include" || part.key === "exclude") lists[part.key].push(...(reader.texts(part) ?? []));
    else reader.unsupported(part.key, `\`${part.key}\` is not a key of \`paths\``, part.keyPlace);
  }
  return lists;
}

/** Any text, also an empty one: a fix may remove the match. */
export function loadFix(entry: LocatedEntry | undefined, reader: RuleReader): string | undefined {
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.kind === "scalar" && typeof value.value === "string") return value.value;
  return reader.error("fix", `\`fix\` must be a text, and is ${describe(value)}`, value.place);
}

export function loadFixRegex(entry: LocatedEntry | undefined, reader: RuleReader): Rule["fixRegex"] {
  const map = entry && reader.map(entry.value, "`fix-regex`", "fix-regex");
  if (map === undefined) return undefined;
  reader.checkKeys(
    map,
    { regex: { supported: true }, replacement: { supported: true }, count: { supported: true } },
    "`fix-regex`",
  );
  const regex = part(map, "regex");
  const source = regex && reader.text(regex);
  const replacement = part(map, "replacement")?.value;
  const count = part(map, "count");
  if (regex === undefined) reader.error("fix-regex", "`fix-regex` needs a `regex`", map.place);
  if (replacement?.kind !== "scalar" || typeof replacement.value !== "string")
    return reader.error("fix-regex", "`fix-regex` needs a `replacement`, a text", replacement?.place ?? map.place);
  const most = count?.value.kind === "scalar" ? count.value.value : undefined;
  if (count && (typeof most !== "number" || !Number.isInteger(most) || most < 0))
    return reader.error("count", `\`count\` must be a whole number, and is ${describe(count.value)}`, count.value.place);
  if (regex === undefined || source === undefined) return undefined;
  const { place } = regex.value;
  const compiled = compileRegex(source);
  if (typeof compiled === "string") return reader.error("regex", compiled, place);
  return { source, replacement: replacement.value, place, ...(typeof most === "number" && most > 0 ? { count: most } : {}) };
}

function part(map: LocatedMap, key: string): LocatedEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** Options that nobody knows are left alone, as the rule language does. */
export function loadOptions(entry: LocatedEntry | undefined, reader: RuleReader): Readonly<Record<string, unknown>> {
  const map = entry && reader.map(entry.value, "`options`", "options");
  const options: Record<string, unknown> = {};
  for (const option of map?.entries ?? []) {
    const values = Object.hasOwn(optionValues, option.key) ? optionValues[option.key] : undefined;
    const value = plainValue(option.value);
    if (values === undefined) continue;
    if (values.length > 0 && !values.includes(value))
      reader.unsupported(option.key, `option \`${option.key}: ${describe(option.value)}\` is not supported`, option.value.place);
    else options[option.key] = value;
  }
  return options;
}

/** A rule that asks for another version of the rule language than the one that is implemented is not run. */
export function checkVersions(map: LocatedMap, reader: RuleReader): void {
  for (const [key, fits] of [
    ["min-version", (order: number) => order <= 0],
    ["max-version", (order: number) => order >= 0],
  ] as const) {
    const entry = part(map, key);
    const version = entry && reader.text(entry);
    if (entry === undefined || version === undefined) continue;
    if (!/^\d+(\.\d+)*$/.test(version.trim()))
      reader.error(key, `\`${key}\` must be a version such as 1.50.0, and is ${describe(entry.value)}`, entry.value.place);
    else if (!fits(compareVersions(version.trim(), conformsTo))) {
      const message = `\`${key}\` is ${version.trim()}, and the rule language is that of version ${conformsTo}`;
      reader.unsupported(key, message, entry.value.place);
    }
  }
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split("."), b.split(".")];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = Number(left[at] ?? 0) - Number(right[at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
