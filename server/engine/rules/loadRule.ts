/** Checks one rule of a rule file. */

import { matchingOf } from "../patterns/matching.ts";
import { lacks as allLacks } from "../routes/guardWords.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { loadFixes } from "./loadFixes.ts";
import { isFormulaKey, loadFormula, loadMatch } from "./loadFormula.ts";
import { checkVersions, loadFix, loadFixRegex, loadLanguages, loadOptions, loadPaths, loadSeverity } from "./loadHeader.ts";
import { loadMetadata } from "./loadMetadata.ts";
import { loadSecrets } from "./loadSecrets.ts";
import { loadTaint } from "./loadTaint.ts";
import { looksKnown, meantValue } from "./misspelt.ts";
import type { LocatedEntry, LocatedMap } from "./readYaml.ts";
import type { Formula, Rule, TextLanguage } from "./rule.ts";
import type { RuleReader } from "./ruleReader.ts";
import { ruleKeys } from "./ruleSchema.ts";

/** @returns `undefined` when the rule cannot be used; `reader.problems` then says why. A rule with a problem is never half read. */
export function loadRule(map: LocatedMap, id: string, reader: RuleReader): Rule | undefined {
  checkRuleKeys(map, reader);
  const entryOf = (key: string): LocatedEntry | undefined => map.entries.find((entry) => entry.key === key);
  const required = (key: string): LocatedEntry | undefined =>
    entryOf(key) ?? reader.error(key, `the rule needs \`${key}\``, map.place);
  checkVersions(map, reader);
  const severity = loadSeverity(required("severity"), reader);
  const messageEntry = required("message");
  const message = messageEntry && reader.text(messageEntry);
  const languages = loadLanguages(required("languages"), reader);
  const body = loadBody(map, entryOf("mode"), languages?.ids ?? [], reader);
  const paths = loadPaths(entryOf("paths"), reader);
  const fix = loadFix(entryOf("fix"), reader);
  const fixRegex = loadFixRegex(entryOf("fix-regex"), reader);
  const fixes = loadFixes(entryOf("fixes"), reader);
  const metadata = loadMetadata(entryOf("metadata"), reader);
  const options = loadOptions(entryOf("options"), reader);
  if (reader.problems.length > 0 || !severity || message === undefined || !languages || !body || !metadata) return undefined;
  if (options.linewarden === "precise" && body.mode === "taint" && matchingOf(options)) {
    const message = "options that change what patterns match are not used where data is followed by `linewarden: precise`";
    return reader.unsupported("options", message, map.place);
  }
  const unfit = languages.anyText && whyNotForText(body, languages.anyText);
  if (unfit) return reader.unsupported("languages", unfit, map.place);
  return {
    id,
    languages: languages.ids,
    ...(languages.anyText ? { anyText: languages.anyText } : {}),
    kind: severity.topic ? "topic" : "finding",
    severity: severity.severity,
    message: message.trim(),
    body,
    paths,
    ...(fix === undefined ? {} : { fix }),
    ...(fixRegex === undefined ? {} : { fixRegex }),
    ...(fixes === undefined ? {} : { fixes }),
    metadata,
    profile: options.linewarden === "precise" ? "precise" : "documented",
    options,
    place: map.place,
  };
}

/** Keys of a team's own, such as `author`, are left alone; what looks like a key of the rule language is not. */
function checkRuleKeys(map: LocatedMap, reader: RuleReader): void {
  const entries = map.entries.filter(({ key }) => Object.hasOwn(ruleKeys, key) || looksKnown(key, Object.keys(ruleKeys)));
  reader.checkKeys({ ...map, entries }, ruleKeys, "a rule");
}

function loadBody(
  map: LocatedMap,
  mode: LocatedEntry | undefined,
  languages: readonly LanguageId[],
  reader: RuleReader,
): Rule["body"] | undefined {
  const name = mode ? reader.text(mode) : "search";
  if (name === "secrets") return loadSecrets(map, reader);
  if (name === "routes") return loadLacks(map, reader);
  if (mode && name !== undefined && name !== "search" && name !== "taint" && name !== "removed") {
    const known = ["extract", "join", "steps"].includes(name);
    const message = `mode "${name}" is not ${known ? "supported yet" : `known${meantValue(name, ["search", "taint"])}`}`;
    return known ? reader.unsupported("mode", message, mode.value.place) : reader.error("mode", message, mode.value.place);
  }
  if (name === "taint" || map.entries.some(({ key }) => key === "taint")) return loadTaint(map, languages, reader);
  for (const { key, keyPlace } of map.entries)
    if (/^pattern-(sources|sinks|sanitizers|propagators)$/.test(key))
      reader.error(key, `\`${key}\` needs \`mode: taint\``, keyPlace);
  // A newer syntax or another mode was already reported by its key.
  if (reader.problems.length > 0 && !map.entries.some(({ key }) => isFormulaKey(key) || key === "match")) return undefined;
  for (const { key, keyPlace } of map.entries)
    if (key === "pattern-inside") reader.error(key, "`pattern-inside` cannot stand alone, use `patterns`", keyPlace);
  const match = map.entries.find(({ key }) => key === "match");
  const older = map.entries.find(({ key }) => isFormulaKey(key));
  if (match && older) reader.error(older.key, `\`${older.key}\` cannot stand beside \`match\``, older.keyPlace);
  const formula = match ? loadMatch(match.value, reader, "`match`") : loadFormula(map, reader, "a rule");
  if (!formula) return undefined;
  return name === "removed" ? { mode: "removed", formula, covers: loadCovers(map, reader) } : { mode: "search", formula };
}

/** What a rule of `mode: removed` makes up for: a check of the role is one of the sign-in too. */
function loadCovers(map: LocatedMap, reader: RuleReader): readonly string[] {
  const entry = map.entries.find(({ key }) => key === "covers");
  return (entry && reader.texts(entry)) ?? [];
}

/** `mode: routes` compares the routes of a project, and reports those that lack what their siblings have. */
function loadLacks(map: LocatedMap, reader: RuleReader): Rule["body"] | undefined {
  const entry = map.entries.find(({ key }) => key === "lacks");
  if (!entry) return reader.error("lacks", "a rule of `mode: routes` needs `lacks`", map.place);
  const text = reader.text(entry);
  const lacks = allLacks.find((kind) => kind === text);
  if (lacks) return { mode: "routes", lacks, words: reader.models.routes };
  return reader.error("lacks", `\`lacks\` must be one of ${allLacks.join(", ")}`, entry.value.place);
}

function whyNotForText(body: Rule["body"], language: TextLanguage): string | undefined {
  if (body.mode === "secrets") return undefined;
  if (body.mode !== "search" && body.mode !== "removed") return "a rule for any text cannot follow data";
  return language === "generic" || regexOnly(body.formula)
    ? undefined
    : "a rule for the languages regex and none may use regexes only";
}

function regexOnly(formula: Formula): boolean {
  switch (formula.op) {
    case "pattern":
      return false;
    case "regex":
      return true;
    case "all":
    case "any":
      return formula.of.every(regexOnly);
    case "inside":
    case "not":
      // What stands there is read as a regex, whatever the key says.
      return formula.of.op === "pattern" || regexOnly(formula.of);
    default:
      return regexOnly(formula.of);
  }
}
