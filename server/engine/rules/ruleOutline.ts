/** What may stand where in a rule file, from the tables of the rule language, for completion and help in an editor. Pure. */

import { languages } from "../languages/registry.ts";
import { modelNames } from "./models.ts";
import { keyHelp } from "./ruleHelp.ts";
import {
  conditionKeys,
  fixKeys,
  formulaKeys,
  type KeyFact,
  matchKeys,
  negativeKeys,
  optionValues,
  ruleKeys,
  secretKeys,
  severities,
  type TaintList,
  taintKeys,
  textLanguages,
  wrappedTexts,
} from "./ruleSchema.ts";

type Keys = Readonly<Record<string, KeyFact>>;

/** Names that other parts of the program know. */
export interface OutlineNames {
  readonly checklist: readonly string[];
  readonly quickFixes: readonly string[];
}

const plain = (...names: readonly string[]): Keys => Object.fromEntries(names.map((name) => [name, { supported: true }]));
const formula = plain(...formulaKeys);
/** The newer syntax: a formula, with conditions beside it. */
const match = plain(...matchKeys, "where");
const taint = (list: TaintList, ...more: string[]): Keys => ({ ...formula, ...taintKeys[list], ...plain(...more) });

const newerTaint = (list: TaintList, ...more: string[]): Keys => ({ ...match, ...taintKeys[list], ...plain(...more) });

/** By what holds the keys; "name[]" is an item of a list. */
const containers: Readonly<Record<string, Keys>> = {
  "": plain("rules"),
  "rules[]": ruleKeys,
  "patterns[]": { ...formula, ...plain(...negativeKeys), ...conditionKeys },
  "pattern-either[]": formula,
  "pattern-not": formula,
  "pattern-inside": formula,
  "pattern-not-inside": formula,
  "pattern-sources[]": taint("sources", "model"),
  "pattern-sinks[]": taint("sinks", "model"),
  "pattern-sanitizers[]": taint("sanitizers", "model"),
  "pattern-propagators[]": taint("propagators"),
  taint: plain("sources", "sinks", "sanitizers", "propagators"),
  "sources[]": newerTaint("sources", "model"),
  "sinks[]": newerTaint("sinks", "model"),
  "sanitizers[]": newerTaint("sanitizers", "model"),
  "propagators[]": newerTaint("propagators"),
  match,
  "all[]": match,
  "any[]": match,
  not: match,
  inside: match,
  anywhere: match,
  "where[]": plain("metavariable", "focus", "comparison", "strip", "base", "analyzer", "type", "types", "language", ...matchKeys),
  "secrets[]": secretKeys,
  "fixes[]": { ...formula, ...fixKeys },
  "metavariable-regex": plain("metavariable", "regex", "constant-propagation"),
  "metavariable-pattern": { ...plain("metavariable", "language"), ...formula },
  "metavariable-comparison": plain("metavariable", "comparison", "base", "strip"),
  "metavariable-analysis": plain("metavariable", "analyzer"),
  "metavariable-type": plain("metavariable", "type", "types"),
  "fix-regex": plain("regex", "replacement", "count"),
  options: plain(...Object.keys(optionValues)),
  paths: plain("include", "exclude"),
  metadata: plain("cwe", "owasp", "confidence", "references", "why", "checklist", "quick-fix", "fix-title"),
};

/** Keys whose value is a list or a mapping. */
const nested = new Set([
  ...Object.keys(containers).map((name) => name.replace("[]", "")),
  "references",
  "cwe",
  "owasp",
  "checklist",
  "include",
  "exclude",
  "types",
]);
for (const name of ["set", "add", "imports"]) nested.add(name);
// These hold a text as often as a mapping.
for (const name of ["pattern-not", "pattern-inside", "pattern-not-inside", "match", "not", "inside", "anywhere"])
  nested.delete(name);

/** @param path As in `RuleContext`. @returns `undefined` where no keys stand, or any may. */
export function keysAt(path: readonly string[]): Keys | undefined {
  const name = containerOf(path);
  return Object.hasOwn(containers, name) ? containers[name] : undefined;
}

export function isNested(key: string): boolean {
  return nested.has(key);
}

/** @param path As in `RuleContext`; the key is its last name. @returns Empty where any value may stand. */
export function valuesAt(path: readonly string[], names: OutlineNames): readonly string[] {
  const keys = path.filter((name) => name !== "[]");
  const key = keys.at(-1) ?? "";
  const holder = keys.at(-2) ?? "";
  if (holder === "options") return (optionValues[key] ?? []).map(String);
  switch (key) {
    case "languages":
      return [...new Set([...languages.flatMap(({ ruleNames }) => ruleNames), ...Object.keys(textLanguages)])];
    case "language":
      return [...new Set(languages.flatMap(({ ruleNames }) => ruleNames))];
    case "severity":
      return Object.keys(severities);
    case "mode":
      return ["search", "taint", "secrets", "routes", "removed"];
    case "confidence":
      return ["HIGH", "MEDIUM", "LOW"];
    case "analyzer":
      return ["entropy", "redos"];
    case "checklist":
      return names.checklist;
    case "wrap-in":
      return wrappedTexts;
    case "quick-fix":
      return names.quickFixes;
    case "model":
      return Object.keys(modelNames[holder.replace("pattern-", "") as keyof typeof modelNames] ?? {});
    case "exact":
    case "by-side-effect":
    case "control":
    case "from-caller":
    case "cleans-when":
    case "at-exit":
    case "first-element":
    case "strip":
    case "constant-propagation":
      return ["true", "false"];
    default:
      return [];
  }
}

/** What a key is for, in one or two sentences; `undefined` for a key that nobody knows there. */
export function helpFor(path: readonly string[], key: string): string | undefined {
  if (path.at(-1) === "options") return helpForOption(key);
  const fact = keysAt(path)?.[key];
  if (!fact) return undefined;
  const help = keyHelp[`${containerOf(path)} ${key}`] ?? keyHelp[key] ?? "";
  const missing = fact.supported ? "" : `Not supported yet${fact.note ? `: ${fact.note}` : ""}. A rule with this key is not run.`;
  return [help, missing].filter((text) => text !== "").join(" ");
}

function helpForOption(key: string): string | undefined {
  const values = Object.hasOwn(optionValues, key) ? optionValues[key] : undefined;
  if (!values) return undefined;
  const help = keyHelp[`options ${key}`] ?? "An option of the rule language.";
  return values.length === 0
    ? `${help} Any value may stand here; it changes nothing.`
    : `${help} What is done here: ${values.map((value) => `\`${String(value)}\``).join(" or ")}.`;
}

function containerOf(path: readonly string[]): string {
  const last = path.at(-1) ?? "";
  return last === "[]" ? `${path.at(-2) ?? ""}[]` : last;
}
