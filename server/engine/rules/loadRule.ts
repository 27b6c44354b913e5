/** Checks one rule of a rule file. */

import { languagesForRule } from "../languages/registry.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { isFormulaKey, loadFormula } from "./loadFormula.ts";
import { loadMetadata } from "./loadMetadata.ts";
import { loadSecrets } from "./loadSecrets.ts";
import { loadTaint } from "./loadTaint.ts";
import { type LocatedEntry, type LocatedMap, plainValue } from "./readYaml.ts";
import type { Formula, Rule, RulePlace } from "./rule.ts";
import { describe, type RuleReader } from "./ruleReader.ts";
import { optionValues, otherLanguages, ruleKeys, severities, textLanguages } from "./ruleSchema.ts";

/** @returns `undefined` when the rule cannot be used; `reader.problems` then says why. A rule with a problem is never half read. */
export function loadRule(map: LocatedMap, id: string, reader: RuleReader): Rule | undefined {
  reader.checkKeys(map, ruleKeys, "a rule");
  const entryOf = (key: string): LocatedEntry | undefined => map.entries.find((entry) => entry.key === key);
  const required = (key: string): LocatedEntry | undefined =>
    entryOf(key) ?? reader.error(key, `the rule needs \`${key}\``, map.place);
  const severity = loadSeverity(required("severity"), reader);
  const messageEntry = required("message");
  const message = messageEntry && reader.text(messageEntry);
  const languages = loadLanguages(required("languages"), reader);
  const body = loadBody(map, entryOf("mode"), languages?.ids ?? [], reader);
  const paths = loadPaths(entryOf("paths"), reader);
  const fixEntry = entryOf("fix");
  const fix = fixEntry && loadFix(fixEntry, reader);
  const metadata = loadMetadata(entryOf("metadata"), reader);
  const options = loadOptions(entryOf("options"), reader);
  if (reader.problems.length > 0 || !severity || message === undefined || !languages || !body || !metadata) return undefined;
  if (languages.anyText && !textOnly(body)) {
    reader.unsupported(
      "languages",
      "rules for any text may use regexes only, patterns of code are not supported there",
      map.place,
    );
    return undefined;
  }
  return {
    id,
    languages: languages.ids,
    ...(languages.anyText ? { anyText: true } : {}),
    kind: severity.topic ? "topic" : "finding",
    severity: severity.severity,
    message: message.trim(),
    body,
    paths,
    ...(fix === undefined ? {} : { fix }),
    metadata,
    profile: options.linewarden === "precise" ? "precise" : "documented",
    options,
    place: map.place,
  };
}

function loadSeverity(entry: LocatedEntry | undefined, reader: RuleReader) {
  const name = entry && reader.text(entry);
  if (entry === undefined || name === undefined) return undefined;
  const severity = Object.hasOwn(severities, name) ? severities[name] : undefined;
  if (severity) return severity;
  const expected = Object.keys(severities).join(", ");
  return reader.error("severity", `\`severity\` must be one of ${expected}, and is ${describe(entry.value)}`, entry.value.place);
}

/** A language that is known but not read here is a problem: the rule would be run on a part of the code it is meant for. */
function loadLanguages(entry: LocatedEntry | undefined, reader: RuleReader) {
  const names = entry && reader.texts(entry);
  if (entry === undefined || names === undefined) return undefined;
  const ids = new Set<LanguageId>();
  let anyText = false;
  const placeOf = (at: number): RulePlace =>
    (entry.value.kind === "list" ? entry.value.items[at]?.place : undefined) ?? entry.value.place;
  for (const [at, name] of names.entries()) {
    const lower = name.toLowerCase();
    const known = languagesForRule(lower);
    if (known) for (const id of known) ids.add(id);
    else if (textLanguages.has(lower)) anyText = true;
    else if (otherLanguages.has(lower)) reader.unsupported("languages", `language ${name} is not supported yet`, placeOf(at));
    else reader.error("languages", `"${name}" is not a language of the rule language`, placeOf(at));
  }
  if (names.length === 0) reader.error("languages", "the rule needs a language", entry.value.place);
  return { ids: anyText ? [] : [...ids], anyText };
}

function loadBody(
  map: LocatedMap,
  mode: LocatedEntry | undefined,
  languages: readonly LanguageId[],
  reader: RuleReader,
): Rule["body"] | undefined {
  const name = mode ? reader.text(mode) : "search";
  if (name === "secrets") return loadSecrets(map, reader);
  if (mode && name !== undefined && name !== "search" && name !== "taint") {
    const known = ["extract", "join", "steps"].includes(name);
    const message = `mode "${name}" is not ${known ? "supported yet" : "known"}`;
    return known ? reader.unsupported("mode", message, mode.value.place) : reader.error("mode", message, mode.value.place);
  }
  if (name === "taint") return loadTaint(map, languages, reader);
  for (const { key, keyPlace } of map.entries)
    if (/^pattern-(sources|sinks|sanitizers|propagators)$/.test(key))
      reader.error(key, `\`${key}\` needs \`mode: taint\``, keyPlace);
  // A newer syntax or another mode was already reported by its key.
  if (reader.problems.length > 0 && !map.entries.some((entry) => isFormulaKey(entry.key))) return undefined;
  for (const { key, keyPlace } of map.entries)
    if (key === "pattern-inside") reader.error(key, "`pattern-inside` cannot stand alone, use `patterns`", keyPlace);
  const formula = loadFormula(map, reader, "a rule");
  return formula && { mode: "search", formula };
}

function loadPaths(entry: LocatedEntry | undefined, reader: RuleReader): Rule["paths"] {
  const map = entry && reader.map(entry.value, "`paths`", "paths");
  const lists = { include: [] as string[], exclude: [] as string[] };
  for (const part of map?.entries ?? []) {
    if (part.key === "include" || part.key === "exclude") lists[part.key].push(...(reader.texts(part) ?? []));
    else reader.unsupported(part.key, `\`${part.key}\` is not a key of \`paths\``, part.keyPlace);
  }
  return lists;
}

/** Any text, also an empty one: a fix may remove the match. */
function loadFix(entry: LocatedEntry, reader: RuleReader): string | undefined {
  const { value } = entry;
  if (value.kind === "scalar" && typeof value.value === "string") return value.value;
  return reader.error("fix", `\`fix\` must be a text, and is ${describe(value)}`, value.place);
}

function loadOptions(entry: LocatedEntry | undefined, reader: RuleReader): Readonly<Record<string, unknown>> {
  const map = entry && reader.map(entry.value, "`options`", "options");
  const options: Record<string, unknown> = {};
  for (const part of map?.entries ?? []) {
    const values = Object.hasOwn(optionValues, part.key) ? optionValues[part.key] : undefined;
    const value = plainValue(part.value);
    if (values === undefined) reader.unsupported(part.key, `option \`${part.key}\` is not known`, part.keyPlace);
    else if (values.length > 0 && !values.includes(value))
      reader.unsupported(part.key, `option \`${part.key}: ${describe(part.value)}\` is not supported`, part.value.place);
    else options[part.key] = value;
  }
  return options;
}

function textOnly(body: Rule["body"]): boolean {
  return body.mode === "secrets" || (body.mode === "search" && regexOnly(body.formula));
}

function regexOnly(formula: Formula): boolean {
  switch (formula.op) {
    case "pattern":
      return false;
    case "regex":
      return true;
    case "all":
      return formula.of.every(regexOnly) && formula.where.every((condition) => condition.op === "regex");
    case "any":
      return formula.of.every(regexOnly);
    default:
      return regexOnly(formula.of);
  }
}
